import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Client, ClientId, Partner } from '@jatidiri/core/partner/model.ts';
import { type ClientRequest, GO_LIVE_STEPS } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { findAgreementIn } from '../agreementStore.ts';
import { findStanding, insertClient, listClients, replaceClient } from '../clientStore.ts';
import { lockPartner } from '../partnerStore.ts';
import type { PartnerRepresentative } from '../representative/requireRepresentative.ts';
import { goLiveSteps } from './goLiveSteps.ts';
import { readClient } from './readClient.ts';

type Deps = Tracing & { readonly database: Database; readonly demo: boolean };
type Answer<T> = Promise<Result<T, Refusal<PartnerRefusalCode>>>;

const MOST_CLIENTS = 20;

/** A technical client with its public keys: in the sandbox after approval, in production when the check-list is done. */
export async function registerClient(
  deps: Deps,
  { id: representative, partner: partnerId }: PartnerRepresentative,
  request: ClientRequest,
): Answer<{ id: string }> {
  const read = await readClient(request, deps);
  if (!read.ok) return read;
  return deps.database.write(async (sql) => {
    const partner = await lockPartner(sql, partnerId);
    if (!partner) return refuse({ code: 'partner/unknown' });
    const clients = await listClients(sql, partner.id);
    if (clients.length >= MOST_CLIENTS) return refuse({ code: 'partner/too-many-clients' });
    const allowed = await mayOpen(deps, sql, partner, clients, request);
    if (!allowed.ok) return allowed;
    const client: Client = {
      id: deps.newId() as ClientId,
      partner: partner.id,
      environment: request.environment,
      ...read.value,
      removed: false,
    };
    const entry = await trace(deps, sql, 'partner/client-registered', client, representative);
    await insertClient(sql, client, entry);
    return ok({ id: client.id });
  });
}

/** New keys, addresses or scopes for a client; its id and environment stay. */
export async function changeClient(
  deps: Deps,
  { id: representative, partner }: PartnerRepresentative,
  clientId: string,
  request: ClientRequest,
): Answer<null> {
  const read = await readClient(request, deps);
  if (!read.ok) return read;
  return deps.database.write(async (sql) => {
    const holder = await lockPartner(sql, partner);
    const known = await ownClient(sql, partner, clientId);
    if (!holder || known?.environment !== request.environment)
      return refuse({ code: 'partner/client-missing' });
    const clients = await listClients(sql, partner);
    const allowed = await mayOpen(deps, sql, holder, clients, request);
    if (!allowed.ok) return allowed;
    const entry = await trace(deps, sql, 'partner/client-changed', known, representative);
    await replaceClient(sql, { ...known, ...read.value }, entry);
    return ok(null);
  });
}

/** Its tokens are refused within two seconds; a removed client never comes back. */
export async function removeClient(
  deps: Deps,
  { id: representative, partner }: PartnerRepresentative,
  clientId: string,
): Answer<null> {
  return deps.database.write(async (sql) => {
    await lockPartner(sql, partner);
    const known = await ownClient(sql, partner, clientId);
    if (!known) return refuse({ code: 'partner/client-missing' });
    const entry = await trace(deps, sql, 'partner/client-removed', known, representative);
    await replaceClient(sql, { ...known, removed: true }, entry);
    return ok(null);
  });
}

async function mayOpen(
  deps: Deps,
  sql: Sql,
  partner: Partner,
  clients: Awaited<ReturnType<typeof listClients>>,
  { environment, scopes }: ClientRequest,
): Answer<null> {
  if (!['approved', 'memorandum', 'active'].includes(partner.state.kind))
    return refuse({ code: 'partner/not-in-this-state' });
  if (environment === 'sandbox') return ok(null);
  const inForce = await findAgreementIn(sql, partner.id, 'inForce');
  const steps = goLiveSteps(partner, inForce, clients, deps.now());
  if (!GO_LIVE_STEPS.every((step) => steps[step])) return refuse({ code: 'partner/not-live-yet' });
  return scopes.every((scope) => inForce!.terms.scopes.includes(scope))
    ? ok(null)
    : refuse({ code: 'partner/scope-not-agreed', field: 'scopes' });
}

async function ownClient(sql: Sql, partner: string, id: string): Promise<Client | undefined> {
  const client = (await findStanding(sql, id))?.client;
  return client?.partner === partner && !client.removed ? client : undefined;
}

const trace = (
  deps: Deps,
  sql: Sql,
  kind: string,
  { id, partner, environment }: Client,
  representative: string,
) =>
  append(deps, sql, {
    kind,
    subject: null,
    actor: { kind: 'partner', partner },
    details: { partner, client: id, environment, representative },
  });
