import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { Recovery, RecoveryId, RecoveryKind, Stopper } from '@jatidiri/core/recovery/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

interface RecoveryRow {
  id: string;
  resident_id: string;
  activation_id: string;
  kind: RecoveryKind;
  device_thumbprint: string;
  device_x: string;
  device_y: string;
  state: Recovery['state'];
  codes: number;
  wrong_codes: number;
  wrong_faces: number;
  held_since: Date | null;
  begun_at: Date;
  expires_at: Date;
  ripe_at: Date | null;
  closed_at: Date | null;
  stopped_by: Stopper | null;
}

const COLUMNS = [
  'id',
  'resident_id',
  'activation_id',
  'kind',
  'device_thumbprint',
  'device_x',
  'device_y',
  'state',
  'codes',
  'wrong_codes',
  'wrong_faces',
  'held_since',
  'begun_at',
  'expires_at',
  'ripe_at',
  'closed_at',
  'stopped_by',
] as const satisfies readonly (keyof RecoveryRow)[];
const LIST = COLUMNS.join(', ');
const OPEN = `state in ('awaitingCode', 'awaitingFace', 'coolingOff', 'officerNeeded')`;

const INSERT = statement(
  'recovery.insert',
  `insert into recovery (${LIST}) values (${COLUMNS.map((_, i) => `$${i + 1}`).join(', ')})`,
);
const UPDATE = statement(
  'recovery.update',
  `update recovery set ${COLUMNS.slice(1)
    .map((column, i) => `${column} = $${i + 2}`)
    .join(', ')} where id = $1`,
);
const BY_ID = statement('recovery.byId', `select ${LIST} from recovery where id = $1`);
const LOCK = statement('recovery.lock', `select ${LIST} from recovery where id = $1 for update`);
const OPEN_OF = statement(
  'recovery.openOf',
  `select ${LIST} from recovery where activation_id = $1 and ${OPEN} order by begun_at for update`,
);
const OPEN_ON = statement(
  'recovery.openOn',
  `select ${LIST} from recovery where device_thumbprint = $1 and ${OPEN} for update`,
);
const LAPSED = statement(
  'recovery.lapsed',
  `select ${LIST} from recovery where ${OPEN} and expires_at <= $1 order by expires_at limit $2 for update skip locked`,
);
const BEGUN_SINCE = statement(
  'recovery.begunSince',
  'select count(*)::int as n from recovery where activation_id = $1 and begun_at > $2',
);
const STOPPED_SINCE = statement(
  'recovery.stoppedSince',
  `select 1 as stopped from recovery
   where activation_id = $1 and stopped_by in ('mail', 'sms', 'handset') and closed_at > $2 limit 1`,
);

export async function insertRecovery(sql: Sql, recovery: Recovery): Promise<void> {
  sql.run(INSERT, valuesOf(recovery));
}

/** The handset has an open recovery already: a write would have broken the promise of one at a time. */
export const asksForAnother = (error: unknown): boolean =>
  violatedConstraint(error) === 'recovery_one_per_handset';

export async function updateRecovery(sql: Sql, recovery: Recovery): Promise<void> {
  sql.run(UPDATE, valuesOf(recovery));
}

export const findRecovery = async (sql: Sql, id: RecoveryId): Promise<Recovery | undefined> =>
  (await sql.query<RecoveryRow>(BY_ID, [id])).map(toRecovery)[0];

/** Holds the row until the transaction ends: steps of one recovery follow each other. */
export const lockRecovery = async (sql: Sql, id: RecoveryId): Promise<Recovery | undefined> =>
  (await sql.query<RecoveryRow>(LOCK, [id])).map(toRecovery)[0];

/** What is under way about an identity. */
export const lockOpenOf = async (sql: Sql, activation: ActivationId): Promise<Recovery[]> =>
  (await sql.query<RecoveryRow>(OPEN_OF, [activation])).map(toRecovery);

export const lockOpenOn = async (sql: Sql, thumbprint: string): Promise<Recovery | undefined> =>
  (await sql.query<RecoveryRow>(OPEN_ON, [thumbprint])).map(toRecovery)[0];

export const lockLapsed = async (sql: Sql, now: Date, limit: number): Promise<Recovery[]> =>
  (await sql.query<RecoveryRow>(LAPSED, [now, limit])).map(toRecovery);

export async function countBegunSince(sql: Sql, activation: ActivationId, since: Date): Promise<number> {
  const [row] = await sql.query<{ n: number }>(BEGUN_SINCE, [activation, since]);
  return row!.n;
}

/** Whether the owner stopped one since then. */
export async function wasStoppedSince(sql: Sql, activation: ActivationId, since: Date): Promise<boolean> {
  return (await sql.query(STOPPED_SINCE, [activation, since])).length > 0;
}

function valuesOf(recovery: Recovery): unknown[] {
  const row: RecoveryRow = {
    id: recovery.id,
    resident_id: recovery.resident,
    activation_id: recovery.activation,
    kind: recovery.kind,
    device_thumbprint: recovery.device.thumbprint,
    device_x: recovery.device.jwk.x,
    device_y: recovery.device.jwk.y,
    state: recovery.state,
    codes: recovery.codes,
    wrong_codes: recovery.wrongCodes,
    wrong_faces: recovery.wrongFaces,
    held_since: recovery.heldSince,
    begun_at: recovery.begunAt,
    expires_at: recovery.expiresAt,
    ripe_at: 'ripeAt' in recovery ? recovery.ripeAt : null,
    closed_at: 'closedAt' in recovery ? recovery.closedAt : null,
    stopped_by: recovery.state === 'stopped' ? recovery.by : null,
  };
  return COLUMNS.map((column) => row[column]);
}

/** A row is a recovery of its state: the table's constraints see to it. */
function toRecovery(row: RecoveryRow): Recovery {
  const common = {
    id: row.id as RecoveryId,
    resident: row.resident_id as ResidentId,
    activation: row.activation_id as ActivationId,
    kind: row.kind,
    device: {
      thumbprint: row.device_thumbprint as DeviceThumbprint,
      jwk: { kty: 'EC', crv: 'P-256', x: row.device_x, y: row.device_y },
    },
    codes: row.codes,
    wrongCodes: row.wrong_codes,
    wrongFaces: row.wrong_faces,
    heldSince: row.held_since,
    begunAt: row.begun_at,
    expiresAt: row.expires_at,
  } as const;
  switch (row.state) {
    case 'awaitingCode':
    case 'awaitingFace':
    case 'officerNeeded':
      return { ...common, state: row.state };
    case 'coolingOff':
      return { ...common, state: row.state, ripeAt: row.ripe_at! };
    case 'stopped':
      return { ...common, state: row.state, by: row.stopped_by!, closedAt: row.closed_at! };
    case 'completed':
    case 'failed':
    case 'expired':
      return { ...common, state: row.state, closedAt: row.closed_at! };
  }
}
