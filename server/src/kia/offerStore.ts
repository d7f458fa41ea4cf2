import type { KiaOffer, KiaPartner, OfferBand } from '@jatidiri/core/kia/model.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { type Sql, statement, violatedConstraint } from '../platform/db/database.ts';

const PARTNER = 'id, name, region, agreement, first_day as "from", last_day as "to", ended';
const PARTNERS = statement(
  'kia.partners',
  `select ${PARTNER} from kia_partner where (region >= $1 and region < $1 || '/') or $1 like region || '.%' order by ended, name, id`,
);
const LOCK_PARTNER = statement(
  'kia.lockPartner',
  `select ${PARTNER} from kia_partner where id = $1 for update`,
);
const BY_COUNTER = statement(
  'kia.partnerByCounter',
  `select ${PARTNER} from kia_partner where counter_hash = $1`,
);

/** Partners within a region, or of the regions around it. */
export const partnersIn = (sql: Sql, region: WilayahCode): Promise<KiaPartner[]> =>
  sql.query<KiaPartner>(PARTNERS, [region]);

export async function lockPartner(sql: Sql, id: string): Promise<KiaPartner | undefined> {
  const [row] = await sql.query<KiaPartner>(LOCK_PARTNER, [id]);
  return row;
}

export async function partnerAtCounter(sql: Sql, counterHash: Buffer): Promise<KiaPartner | undefined> {
  const [row] = await sql.query<KiaPartner>(BY_COUNTER, [counterHash]);
  return row;
}

const PARTNER_COLUMNS = 'id, opened_by, name, region, agreement, first_day, last_day, ended, counter_hash';
const INSERT_PARTNER = statement(
  'kia.insertPartner',
  `insert into kia_partner (${PARTNER_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const CHANGE_PARTNER = statement(
  'kia.changePartner',
  `with closed as (
     insert into kia_partner_history (${PARTNER_COLUMNS}, closed_by) select ${PARTNER_COLUMNS}, $2 from kia_partner where id = $1
   )
   update kia_partner set opened_by = $2, ended = $3, counter_hash = coalesce($4, counter_hash) where id = $1`,
);

export function insertPartner(sql: Sql, partner: KiaPartner, counterHash: Buffer, entry: EntryId): void {
  const { id, name, region, agreement, from, to, ended } = partner;
  sql.run(INSERT_PARTNER, [id, entry, name, region, agreement, from, to, ended, counterHash]);
}

export const isPartnerTaken = (error: unknown): boolean => violatedConstraint(error) === 'kia_partner_pkey';

/** Ends an agreement, or gives its counter another code; null keeps the one it has. */
export function changePartner(
  sql: Sql,
  { id, ended }: Pick<KiaPartner, 'id' | 'ended'>,
  counterHash: Buffer | null,
  entry: EntryId,
): void {
  sql.run(CHANGE_PARTNER, [id, entry, ended, counterHash]);
}

const OFFER = `id, partner, title, terms, first_day as "from", last_day as "to", band, withdrawn`;
const OFFERS = statement(
  'kia.offers',
  `select ${OFFER}, coalesce((select sum(n) from kia_use where offer = id), 0)::int as used
   from kia_offer where partner = any($1) order by withdrawn, first_day desc, id`,
);
const LOCK_OFFER = statement('kia.lockOffer', `select ${OFFER} from kia_offer where id = $1 for update`);

export const offersOf = (
  sql: Sql,
  partners: readonly string[],
): Promise<(KiaOffer & { readonly used: number })[]> => sql.query(OFFERS, [partners]);

export async function lockOffer(sql: Sql, id: string): Promise<KiaOffer | undefined> {
  const [row] = await sql.query<KiaOffer>(LOCK_OFFER, [id]);
  return row;
}

const OFFER_COLUMNS = 'id, opened_by, partner, title, terms, first_day, last_day, band, withdrawn';
const PUT_OFFER = statement(
  'kia.putOffer',
  `with closed as (
     insert into kia_offer_history (${OFFER_COLUMNS}, closed_by) select ${OFFER_COLUMNS}, $2 from kia_offer where id = $1
   )
   insert into kia_offer (${OFFER_COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (id) do update set opened_by = excluded.opened_by, withdrawn = excluded.withdrawn`,
);

export function putOffer(sql: Sql, offer: KiaOffer, entry: EntryId): void {
  const { id, partner, title, terms, from, to, band, withdrawn } = offer;
  const values: [string, EntryId, string, string, string, IsoDate, IsoDate, OfferBand, boolean] = [
    id,
    entry,
    partner,
    title,
    terms,
    from,
    to,
    band,
    withdrawn,
  ];
  sql.run(PUT_OFFER, values);
}

const COUNT_USE = statement(
  'kia.countUse',
  `insert into kia_use as known (offer, day, n) values ($1, $2, 1)
   on conflict (offer, day) do update set n = known.n + 1`,
);

/** One use more of an offer on a day. */
export async function countUse(sql: Sql, offer: string, day: IsoDate): Promise<void> {
  await sql.query(COUNT_USE, [offer, day]);
}
