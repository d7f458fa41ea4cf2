import type { IsoDate } from '../kit/date.ts';
import type { KiaForm } from '../registry/model.ts';
import type { KiaOffer, KiaPartner } from './model.ts';
import type { KiaRefusalCode } from './refusals.ts';

/** Whether an offer stands on a day, for whoever it is. */
export function holdsOn(offer: KiaOffer, partner: KiaPartner, today: IsoDate): boolean {
  const agreed = !partner.ended && partner.from <= today && today <= partner.to;
  return agreed && !offer.withdrawn && offer.from <= today && today <= offer.to;
}

/** Why a child of this age may not use an offer today; undefined when it may. Who the child is plays no part. */
export function obstacleToUse(
  offer: KiaOffer,
  partner: KiaPartner,
  band: KiaForm,
  today: IsoDate,
): KiaRefusalCode | undefined {
  if (!holdsOn(offer, partner, today)) return 'kia/offer-over';
  return offer.band === 'any' || offer.band === band ? undefined : 'kia/offer-other-age';
}
