import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Nik, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { type ResidentRow, SELECTED, toResident } from './columns.ts';

// The cards first: a newborn that is being written on one of them has no row yet that could be held.
const HOLD_CARDS = statement(
  'registry.holdCards',
  `select pg_advisory_xact_lock(hashtextextended('card:' || no_kk, 0))
   from (select distinct no_kk from resident where nik = any($1::bigint[]) order by 1) one`,
);
const CONCERNED = `select ${SELECTED} from resident where id in (
     select id from resident where nik = any($1::bigint[])
     union select member.id from resident named join resident member on member.no_kk = named.no_kk
       where named.nik = any($1::bigint[]) and member.life = 'present')
   order by id`;
const READ = statement('registry.concerned', CONCERNED);
const HOLD = statement('registry.concernedHeld', `${CONCERNED} for update`);

/** The people of these NIK and everybody who stands on a card with one of them, without a trace in the ledger. */
export async function concernedBy(sql: Sql, niks: readonly Nik[]): Promise<Resident[]> {
  return (await sql.query<ResidentRow>(READ, [niks.map((nik) => nik.reveal())])).map(toResident);
}

/** As `concernedBy`, and nothing about them changes until the transaction ends, nor does anybody join their cards. */
export async function holdConcerned(sql: Sql, niks: readonly Nik[]): Promise<Resident[]> {
  const asked = niks.map((nik) => nik.reveal());
  sql.run(HOLD_CARDS, [asked]);
  return (await sql.query<ResidentRow>(HOLD, [asked])).map(toResident);
}

const GIVE = statement(
  'registry.giveSerial',
  `insert into number_series as known (kind, prefix, last)
   values ($1, $2::bigint, (select coalesce(max(number) % 10000, 0) from (
     select nik as number from resident where $1::text = 'nik' and nik >= $2::bigint * 10000 and nik < $2::bigint * 10000 + $3::int
     union all
     select no_kk from resident where $1::text = 'noKk' and no_kk >= $2::bigint * 10000 and no_kk < $2::bigint * 10000 + $3::int) used) + 1)
   on conflict (kind, prefix) do update set last = greatest(known.last, excluded.last - 1) + 1
   returning last`,
);

/** From here on serials are kept for invented people (core/src/partner/sandbox.ts). */
export const LAST_SERIAL = 9899;

/**
 * The next serial under a prefix of twelve digits: after every number that is in the registry and every one that was
 * ever given here, so that none is given twice. Whoever else asks under this prefix waits. Above `LAST_SERIAL` none is left.
 */
export async function giveSerial(sql: Sql, kind: 'nik' | 'noKk', prefix: string): Promise<number> {
  const [row] = await sql.query<{ last: number }>(GIVE, [kind, prefix, LAST_SERIAL + 1]);
  return row!.last;
}

const TOUCHED = statement(
  'registry.cardMatesOf',
  `select id from resident where no_kk in (
     select no_kk from resident where id = any($1)
     union select no_kk from resident_history where id = any($1) and closed_by = $2)`,
);

/** Everybody who stands on a card on which one of these stands, or stood until this entry. */
export async function cardMatesOf(
  sql: Sql,
  residents: readonly ResidentId[],
  entry: EntryId,
): Promise<ResidentId[]> {
  return (await sql.query<{ id: ResidentId }>(TOUCHED, [residents, entry])).map(({ id }) => id);
}
