import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { isInForce, sandboxAgreement } from './agreement.ts';
import type { Agreement, Client, Partner, Scope } from './model.ts';
import type { PartnerAccessRefusalCode } from './refusals.ts';

/** A client with everything that its access depends on. */
export interface ClientStanding {
  readonly client: Client;
  readonly partner: Partner;
  /** The PKS that is in force, whether or not its last day has passed. */
  readonly agreement: Agreement | undefined;
}

type Access<T> = Result<T, Refusal<PartnerAccessRefusalCode>>;

/** Under what a client may do anything at this moment, or why it may not. */
export function accessOf({ client, partner, agreement }: ClientStanding, now: Date): Access<Agreement> {
  if (client.removed) return refuse({ code: 'partner/client-unknown' });
  switch (partner.state.kind) {
    case 'suspended':
      return refuse({ code: 'partner/suspended' });
    case 'applied':
    case 'refused':
    case 'ended':
      return refuse({ code: 'partner/not-in-force' });
  }
  if (client.environment === 'sandbox') return ok(sandboxAgreement(partner.application.purposes, now));
  return partner.state.kind === 'active' && agreement && isInForce(agreement.terms, now)
    ? ok(agreement)
    : refuse({ code: 'partner/not-in-force' });
}

/** Both the agreement and the client's own registration must contain a scope. */
export function mayUse(
  { client }: Pick<ClientStanding, 'client'>,
  { terms }: Agreement,
  scope: Scope,
): boolean {
  return terms.scopes.includes(scope) && client.scopes.includes(scope);
}
