import { isInForce } from '@jatidiri/core/partner/agreement.ts';
import type { Partner } from '@jatidiri/core/partner/model.ts';
import type { GoLiveStep } from '@jatidiri/core/partner/portalWire.ts';
import type { KeptAgreement } from '../agreementStore.ts';
import type { listClients } from '../clientStore.ts';

/** The check-list before production: what has been done, and what is left. */
export function goLiveSteps(
  partner: Partner,
  inForce: KeptAgreement | undefined,
  clients: Awaited<ReturnType<typeof listClients>>,
  now: Date,
): Record<GoLiveStep, boolean> {
  const sandbox = clients.filter(({ client }) => client.environment === 'sandbox');
  return {
    memorandum: partner.state.kind === 'memorandum' || partner.state.kind === 'active',
    agreement: partner.state.kind === 'active' && inForce !== undefined && isInForce(inForce.terms, now),
    sandboxClient: sandbox.length > 0,
    sandboxUsed: sandbox.some(({ firstUsedAt }) => firstUsedAt !== null),
  };
}
