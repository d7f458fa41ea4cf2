import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { accessOf } from '@jatidiri/core/partner/access.ts';
import type { PartnerAccessRefusalCode, PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { findStanding, listClients } from './clientStore.ts';
import {
  type RepresentativeGuardDeps,
  requireRepresentative,
} from './representative/requireRepresentative.ts';
import type { PartnerCaller } from './requirePartner.ts';

/** A representative who tries the sandbox in the portal, as the institution's first sandbox client would. */
export async function sandboxCaller(
  deps: RepresentativeGuardDeps,
  request: Parameters<typeof requireRepresentative>[1],
): Promise<Result<PartnerCaller, Refusal<PartnerRefusalCode | PartnerAccessRefusalCode>>> {
  const person = await requireRepresentative(deps, request);
  if (!person.ok) return person;
  const clients = await listClients(deps.database.read, person.value.partner);
  const sandbox = clients.find(({ client }) => client.environment === 'sandbox');
  const standing = sandbox && (await findStanding(deps.database.read, sandbox.client.id));
  if (!standing) return refuse({ code: 'partner/sandbox-client-missing' });
  const access = accessOf(standing, deps.now());
  if (!access.ok) return access;
  const { client, partner } = standing;
  return ok({ client, partner, environment: client.environment, agreement: access.value });
}
