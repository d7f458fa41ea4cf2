import { holdsOn, obstacleToUse } from '@jatidiri/core/kia/offers.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { CounterReply, UseReply, UseRequest } from '@jatidiri/core/kia/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';
import type { Database } from '../platform/db/database.ts';
import type { SeenOnce } from '../platform/seenOnce.ts';
import { countUse, offersOf, partnerAtCounter } from './offerStore.ts';
import { hashOf, shown } from './partners.ts';

/** What a QR of a KIA says, once everything about it was verified. */
export type ReadKiaQr = (text: string) => Promise<Result<KiaForm, Refusal<KiaRefusalCode>>>;

export interface UseDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly seen: SeenOnce;
  readonly readKiaQr: ReadKiaQr;
}

type Answer<T> = Result<T, Refusal<KiaRefusalCode>>;

/** Long enough that no QR which is still good is forgotten. */
const REMEMBERED_MS = 10 * 60_000;

/** A partner's counter and its offers of today, by the code that the office gave it. */
export async function openCounter(
  { database, now }: UseDeps,
  counter: string,
): Promise<Answer<CounterReply>> {
  const today = dayInKaltim(now());
  const partner = await partnerAtCounter(database.read, hashOf(counter));
  if (!partner || partner.ended || today < partner.from || partner.to < today)
    return refuse({ code: 'kia/counter-unknown' });
  const offers = await offersOf(database.read, [partner.id]);
  return ok({
    partner: partner.name,
    offers: offers.filter((offer) => holdsOn(offer, partner, today)).map(shown),
  });
}

/**
 * A counter scans a child's QR for an offer: it learns that the KIA is valid, for which age, and that the offer may be
 * used. The use is counted as a number. Of the child nothing is kept, neither here nor in the ledger; of the QR, for ten
 * minutes, a hash, so that the same showing counts once.
 */
export async function useOffer(
  deps: UseDeps,
  { counter, offer: id, qr }: UseRequest,
): Promise<Answer<UseReply>> {
  const today = dayInKaltim(deps.now());
  const partner = await partnerAtCounter(deps.database.read, hashOf(counter));
  if (!partner) return refuse({ code: 'kia/counter-unknown' });
  const offer = (await offersOf(deps.database.read, [partner.id])).find((one) => one.id === id);
  if (!offer) return refuse({ code: 'kia/offer-unknown' });
  const read = await deps.readKiaQr(qr);
  if (!read.ok) return read;
  const obstacle = obstacleToUse(offer, partner, read.value, today);
  if (obstacle) return refuse({ code: obstacle });
  const until = new Date(deps.now().getTime() + REMEMBERED_MS);
  if (!(await deps.seen.take(`kia-qr ${qr}`, until))) return refuse({ code: 'kia/qr-old' });
  await deps.database.write((sql) => countUse(sql, id, today));
  return ok({ band: read.value });
}
