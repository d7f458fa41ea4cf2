import type {
  Activation,
  ActivationId,
  ActivationState,
  Confirmation,
} from '@jatidiri/core/activation/model.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';
import { type ActivationRow, COLUMNS, toActivation, valuesOf } from './columns.ts';

const LIST = COLUMNS.join(', ');
const BY_ID = statement('activation.byId', `select ${LIST} from activation where id = $1`);
const LOCK = statement('activation.lock', `select ${LIST} from activation where id = $1 for update`);
const CLAIMING_TEXT = `select ${LIST} from activation
   where resident_id = $1 and state in ('attested', 'active', 'suspended')`;
const CLAIMING = statement('activation.claiming', CLAIMING_TEXT);
const LOCK_CLAIMING = statement('activation.lockClaiming', `${CLAIMING_TEXT} for update`);
const OPEN_ON_DEVICE = statement(
  'activation.openOnDevice',
  `select ${LIST} from activation
   where device_thumbprint = $1 and state in ('dataVerified', 'awaitingOfficer', 'attested', 'active', 'suspended') for update`,
);
// One that came by a move may be older than one that ended here before.
const NEWEST_ON_DEVICE = statement(
  'activation.activeOnDevice',
  `select ${LIST} from activation where device_thumbprint = $1 and state in ('active', 'suspended', 'ended')
   order by state = 'ended', activated_at desc limit 1`,
);

export async function findActivation(sql: Sql, id: ActivationId): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(BY_ID, [id]));
}

/** Holds the row until the transaction ends: commands on one activation follow each other. */
export async function lockActivation(sql: Sql, id: ActivationId): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(LOCK, [id]));
}

const SHARING = statement(
  'activation.sharing',
  `select count(*)::int as n from activation
   where shared_by = $1 and state in ('dataVerified', 'awaitingOfficer', 'attested', 'active', 'suspended')`,
);

/** How many others share this owner's handset, or have asked to. */
export async function countSharing(sql: Sql, owner: string): Promise<number> {
  const [row] = await sql.query<{ n: number }>(SHARING, [owner]);
  return row!.n;
}

/** The one activation that speaks for this resident now, if any: attested, active or suspended. */
export async function findClaiming(sql: Sql, resident: ResidentId): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(CLAIMING, [resident]));
}

/** The same, held until the transaction ends. */
export async function lockClaiming(sql: Sql, resident: ResidentId): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(LOCK_CLAIMING, [resident]));
}

export async function lockOpenOnDevice(sql: Sql, thumbprint: string): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(OPEN_ON_DEVICE, [thumbprint]));
}

/** The identity that a handset holds or held last. */
export async function findIdentityOnDevice(sql: Sql, thumbprint: string): Promise<Activation | undefined> {
  return one(await sql.query<ActivationRow>(NEWEST_ON_DEVICE, [thumbprint]));
}

const INSERT = statement(
  'activation.insert',
  `insert into activation (${LIST}) values (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
);
const UPDATE = statement(
  'activation.update',
  `update activation set ${COLUMNS.slice(1)
    .map((column, i) => `${column} = $${i + 2}`)
    .join(', ')},
     activated_entry = coalesce($${COLUMNS.length + 1}, activated_entry),
     ended_entry = coalesce($${COLUMNS.length + 2}, ended_entry)
   where id = $1`,
);

export async function insertActivation(sql: Sql, activation: Activation): Promise<void> {
  sql.run(INSERT, valuesOf(activation));
}

/** `activated` and `ended` name the ledger entry when this change made the identity active or ended it. */
export async function updateActivation(
  sql: Sql,
  activation: Activation,
  entries: { activated?: EntryId; ended?: EntryId } = {},
): Promise<void> {
  sql.run(UPDATE, [...valuesOf(activation), entries.activated ?? null, entries.ended ?? null]);
}

/** Which of the two promises a write would have broken: one handset per NIK, or one NIK per handset. */
export function brokenPromise(error: unknown): 'onePerNik' | 'onePerHandset' | 'sameId' | undefined {
  switch (violatedConstraint(error)) {
    case 'activation_one_per_nik':
      return 'onePerNik';
    case 'activation_one_per_handset':
      return 'onePerHandset';
    case 'activation_pkey':
      return 'sameId';
    default:
      return undefined;
  }
}

const OPEN_OF = statement(
  'activation.openOf',
  `select ${LIST} from activation
   where resident_id = any($1) and state in ('dataVerified', 'awaitingOfficer', 'attested', 'active', 'suspended') for update`,
);

/** Whatever is not over yet of these residents. */
export async function lockOpenOf(sql: Sql, residents: readonly ResidentId[]): Promise<Activation[]> {
  return (await sql.query<ActivationRow>(OPEN_OF, [residents])).map(toActivation);
}

const IDENTITIES_OF = statement(
  'activation.identitiesOf',
  `select id, resident_id as resident from activation
   where resident_id = any($1) and state in ('active', 'suspended')`,
);

/** The identities of these residents that are active or on hold. */
export const identitiesOf = (
  sql: Sql,
  residents: readonly ResidentId[],
): Promise<{ id: ActivationId; resident: ResidentId }[]> => sql.query(IDENTITIES_OF, [residents]);

/** Who of these residents has an identity that is active or on hold. */
export async function holdersAmong(
  sql: Sql,
  residents: readonly ResidentId[],
): Promise<ReadonlySet<ResidentId>> {
  return new Set((await identitiesOf(sql, residents)).map(({ resident }) => resident));
}

const STATES_OF = statement('activation.statesOf', 'select id, state from activation where id = any($1)');

export async function statesOf(
  sql: Sql,
  ids: readonly ActivationId[],
): Promise<ReadonlyMap<ActivationId, ActivationState>> {
  const rows = await sql.query<{ id: ActivationId; state: ActivationState }>(STATES_OF, [ids]);
  return new Map(rows.map(({ id, state }) => [id, state]));
}

const LAPSED = statement(
  'activation.lapsed',
  `select ${LIST} from activation
   where state in ('dataVerified', 'awaitingOfficer', 'attested') and expires_at <= $1
   order by expires_at limit $2 for update skip locked`,
);

export async function lockLapsed(sql: Sql, now: Date, limit: number): Promise<Activation[]> {
  return (await sql.query<ActivationRow>(LAPSED, [now, limit])).map(toActivation);
}

const CREDITED =
  'resident_id as resident, office, confirmed_by as "confirmedBy", activated_at as "activatedAt"';
const ACTIVATED_BY = statement(
  'activation.activatedBy',
  `select activated_entry as entry, ${CREDITED} from activation where activated_entry = any($1)`,
);
const ENDED_BY = statement(
  'activation.endedBy',
  `select ended_entry as entry, ${CREDITED} from activation where ended_entry = any($1)`,
);

export interface Credited {
  readonly entry: EntryId;
  readonly resident: ResidentId;
  /** The serving office. */
  readonly office: string;
  readonly confirmedBy: Confirmation;
  readonly activatedAt: Date;
}

/** Whose identities these ledger entries made active, and who is credited with the work. */
export const activatedBy = (sql: Sql, entries: readonly EntryId[]): Promise<Credited[]> =>
  sql.query<Credited>(ACTIVATED_BY, [entries]);

/** Whose identities these ledger entries ended. */
export const endedBy = (sql: Sql, entries: readonly EntryId[]): Promise<Credited[]> =>
  sql.query<Credited>(ENDED_BY, [entries]);

function one([row]: ActivationRow[]): Activation | undefined {
  return row && toActivation(row);
}
