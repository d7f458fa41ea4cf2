import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ClientStanding } from '@jatidiri/core/partner/access.ts';
import type { AgreementId, AgreementTerms, Client, ClientId } from '@jatidiri/core/partner/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { CLIENT_COLUMNS, type ClientRow, type PartnerRow, toClient, toPartner } from './columns.ts';

interface StandingRow extends ClientRow, PartnerRow {
  agreement_id: string | null;
  terms: AgreementTerms | null;
}

const STANDING = statement(
  'partner.clientStanding',
  `select ${CLIENT_COLUMNS}, partner.id, partner.name, partner.price_class, partner.application, partner.state,
     partner.reason, partner.suspended_from, partner.applied_at, partner.demo,
     agreement.id as agreement_id, agreement.terms
   from partner_client join partner on partner.id = partner_client.partner
   left join agreement on agreement.partner = partner.id and agreement.state = 'inForce'
   where partner_client.id = $1`,
);
const OF_PARTNER = statement(
  'partner.clients',
  `select ${CLIENT_COLUMNS}, first_used_at as "firstUsedAt"
   from partner_client left join partner_client_use on client = partner_client.id
   where partner_client.partner = $1 and not removed order by opened_by`,
);
const INSERT = statement(
  'partner.insertClient',
  `insert into partner_client (id, opened_by, partner, environment, name, jwks, jwks_uri, redirect_uris, scopes)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const VERSION = 'id, opened_by, partner, environment, name, jwks, jwks_uri, redirect_uris, scopes, removed';
const CLOSE = `with closed as (
     insert into partner_client_history (${VERSION}, closed_by) select ${VERSION}, $2 from partner_client where id = $1
   )`;
const REPLACE = statement(
  'partner.replaceClient',
  `${CLOSE} update partner_client
   set opened_by = $2, name = $3, jwks = $4, jwks_uri = $5, redirect_uris = $6, scopes = $7, removed = $8 where id = $1`,
);
const USED = statement(
  'partner.clientUsed',
  'insert into partner_client_use (client, first_used_at) values ($1, $2) on conflict do nothing',
);

/** A client, its partner and the agreement in force, as they are at this moment. */
export async function findStanding(sql: Sql, id: string): Promise<ClientStanding | undefined> {
  const [row] = await sql.query<StandingRow>(STANDING, [id]);
  if (!row) return undefined;
  const { agreement_id, terms } = row;
  return {
    client: toClient(row),
    partner: toPartner(row),
    agreement: agreement_id && terms ? { id: agreement_id as AgreementId, terms } : undefined,
  };
}

/** Those that were not removed, in the order in which they were registered. */
export async function listClients(
  sql: Sql,
  partner: string,
): Promise<{ client: Client; firstUsedAt: Date | null }[]> {
  const rows = await sql.query<ClientRow & { firstUsedAt: Date | null }>(OF_PARTNER, [partner]);
  return rows.map((row) => ({ client: toClient(row), firstUsedAt: row.firstUsedAt }));
}

export async function insertClient(sql: Sql, client: Client, entry: EntryId): Promise<void> {
  const { id, partner, environment, name, redirectUris, scopes } = client;
  await sql.query(INSERT, [
    id,
    entry,
    partner,
    environment,
    name,
    ...keyValues(client),
    redirectUris,
    scopes,
  ]);
}

/** Closes the current version and opens the next, both by the same entry. */
export async function replaceClient(sql: Sql, client: Client, entry: EntryId): Promise<void> {
  const { id, name, redirectUris, scopes, removed } = client;
  await sql.query(REPLACE, [id, entry, name, ...keyValues(client), redirectUris, scopes, removed]);
}

export function rememberFirstUse(sql: Sql, id: ClientId, at: Date): void {
  sql.run(USED, [id, at]);
}

const keyValues = ({ keys }: Client) =>
  keys.kind === 'jwks' ? [{ keys: keys.keys }, null] : [null, keys.uri];
