import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type {
  RefusalReason,
  ServiceRequest,
  ServiceRequestId,
  ServiceState,
  ServiceWish,
} from '@jatidiri/core/service/model.ts';
import type { WishWire } from '@jatidiri/core/service/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

interface Row {
  id: ServiceRequestId;
  resident_id: ResidentId;
  domicile: WilayahCode;
  state: ServiceState;
  wish: WishWire;
  documents: string[];
  opened_at: Date;
  promised_on: IsoDate;
  climbed_at: Date | null;
  officer: string | null;
  office: string | null;
  handled_at: Date | null;
  reason: RefusalReason | null;
  said: string | null;
}

const NAMES = `id, opened_by, resident_id, domicile, state, wish, documents, opened_at, promised_on, climbed_at, officer, office,
  handled_at, reason, said`;
const SELECTED = `select ${NAMES} from service_request`;
const OPEN = `state in ('waiting', 'inHand', 'needsMore')`;
const LOCK = statement('service.lock', `${SELECTED} where id = $1 for update`);
const LOCK_OPEN_OF = statement(
  'service.lockOpenOf',
  `${SELECTED} where resident_id = any($1) and ${OPEN} order by id for update`,
);
const OF_RESIDENT = statement(
  'service.ofResident',
  `${SELECTED} where resident_id = $1 order by opened_at desc, id limit 100`,
);
const COUNT_OPEN = statement(
  'service.countOpen',
  `select count(*)::int as n from service_request where resident_id = $1 and ${OPEN}`,
);
const COUNT_CLIMBED = statement(
  'service.countClimbed',
  `select count(*)::int as n from service_request where state in ('waiting', 'inHand') and climbed_at is not null
   and ($1::text is null or domicile = $1 or starts_with(domicile, $1 || '.'))`,
);
/** What climbed first, then what was promised first. */
const IN_REGION = statement(
  'service.inRegion',
  `${SELECTED} where ${OPEN} and ($1::text is null or domicile = $1 or starts_with(domicile, $1 || '.'))
   order by climbed_at is null, promised_on, opened_at, id limit $2`,
);
const OVERDUE = statement(
  'service.overdue',
  `${SELECTED} where state in ('waiting', 'inHand') and climbed_at is null and promised_on < $1
   order by promised_on limit $2 for update skip locked`,
);
const PUT = statement(
  'service.put',
  `with closed as (
     insert into service_request_history (${NAMES}, closed_by) select ${NAMES}, $2 from service_request where id = $1
   )
   insert into service_request (${NAMES}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
   on conflict (id) do update set opened_by = excluded.opened_by, state = excluded.state, documents = excluded.documents,
     promised_on = excluded.promised_on, climbed_at = excluded.climbed_at, officer = excluded.officer,
     office = excluded.office, handled_at = excluded.handled_at, reason = excluded.reason, said = excluded.said`,
);

export async function lockRequest(sql: Sql, id: string): Promise<ServiceRequest | undefined> {
  const [row] = await sql.query<Row>(LOCK, [id]);
  return row && toRequest(row);
}

export const lockOpenOf = async (sql: Sql, residents: readonly ResidentId[]): Promise<ServiceRequest[]> =>
  (await sql.query<Row>(LOCK_OPEN_OF, [residents])).map(toRequest);

/** The newest first. */
export const requestsOf = async (sql: Sql, resident: ResidentId): Promise<ServiceRequest[]> =>
  (await sql.query<Row>(OF_RESIDENT, [resident])).map(toRequest);

export async function countOpen(sql: Sql, resident: ResidentId): Promise<number> {
  const [row] = await sql.query<{ n: number }>(COUNT_OPEN, [resident]);
  return row!.n;
}

/** How many wait in a region after they climbed; null: everywhere. */
export async function countClimbed(sql: Sql, region: WilayahCode | null): Promise<number> {
  const [row] = await sql.query<{ n: number }>(COUNT_CLIMBED, [region]);
  return row!.n;
}

/** Everything that is not finished in a region; null: everywhere. */
export const openIn = async (sql: Sql, region: WilayahCode | null, most: number): Promise<ServiceRequest[]> =>
  (await sql.query<Row>(IN_REGION, [region, most])).map(toRequest);

/** Whose promise is over and who has not climbed yet. */
export const lockOverdue = async (sql: Sql, today: IsoDate, most: number): Promise<ServiceRequest[]> =>
  (await sql.query<Row>(OVERDUE, [today, most])).map(toRequest);

/** Closes the version that stood and opens the next. */
export async function putRequest(sql: Sql, request: ServiceRequest, entry: EntryId): Promise<void> {
  const { id, resident, domicile, state, wish, documents, openedAt, promisedOn, climbedAt } = request;
  const by = 'by' in request ? request.by : undefined;
  await sql.query(PUT, [
    id,
    entry,
    resident,
    domicile,
    state,
    JSON.stringify(wishToJson(wish)),
    documents.map(({ digest }) => digest),
    openedAt,
    promisedOn,
    climbedAt,
    by?.officer ?? null,
    by?.office ?? null,
    by?.at ?? (state === 'withdrawn' ? request.at : null),
    state === 'refused' ? request.reason : null,
    saidIn(request)?.reveal() ?? null,
  ]);
}

/** What the office asked or answered. */
export function saidIn(request: ServiceRequest): Personal<string, 'note'> | null {
  if (request.state === 'needsMore') return request.asked;
  return request.state === 'done' || request.state === 'refused' ? request.answer : null;
}

/** As it was sent and as it is kept. */
export function wishToJson(wish: ServiceWish): WishWire {
  const note = wish.note.reveal();
  return wish.kind === 'move' ? { ...wish, note, address: wish.address.reveal() } : { ...wish, note };
}

export function wishFromJson(wish: WishWire): ServiceWish {
  const note = new Personal<string, 'note'>(wish.note);
  return wish.kind === 'move'
    ? { ...wish, note, to: wish.to as WilayahCode, address: new Personal(wish.address) }
    : { ...wish, note };
}

function toRequest(row: Row): ServiceRequest {
  const common = {
    id: row.id,
    resident: row.resident_id,
    domicile: row.domicile,
    wish: wishFromJson(row.wish),
    documents: row.documents.map((digest) => ({ digest })),
    openedAt: row.opened_at,
    promisedOn: row.promised_on,
    climbedAt: row.climbed_at,
  };
  const by = () => ({ officer: there(row.officer), office: there(row.office), at: there(row.handled_at) });
  const said = () => new Personal<string, 'note'>(there(row.said));
  switch (row.state) {
    case 'waiting':
      return { ...common, state: row.state };
    case 'inHand':
      return { ...common, state: row.state, by: by() };
    case 'needsMore':
      return { ...common, state: row.state, by: by(), asked: said() };
    case 'done':
      return { ...common, state: row.state, by: by(), answer: said() };
    case 'refused':
      return { ...common, state: row.state, by: by(), reason: there(row.reason), answer: said() };
    case 'withdrawn':
      return { ...common, state: row.state, at: there(row.handled_at) };
  }
}

function there<T>(value: T | null): T {
  if (value === null) throw new Error('a request lacks what its state needs');
  return value;
}
