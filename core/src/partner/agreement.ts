import type { IkdClaim } from '../issuance/ikdClaims.ts';
import { addYears, dayInKaltim } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Agreement, AgreementTerms, PriceClass, Prices, Purpose } from './model.ts';
import { SCOPES } from './model.ts';
import type { PartnerAccessRefusalCode } from './refusals.ts';

/** Through the whole of its last day in East Kalimantan. */
export function isInForce({ endsOn }: Pick<AgreementTerms, 'endsOn'>, now: Date): boolean {
  return dayInKaltim(now) <= endsOn;
}

/** What was agreed for a purpose, or that it was not. */
export function purposeOf(
  { terms }: Pick<Agreement, 'terms'>,
  id: string,
): Result<Purpose, Refusal<PartnerAccessRefusalCode>> {
  const purpose = terms.purposes.find((known) => known.id === id);
  return purpose ? ok(purpose) : refuse({ code: 'partner/purpose-unknown', field: 'purpose' });
}

/** Whether every one of these attributes may be asked for the purpose; the refusal names the first that may not. */
export function mayAsk(
  purpose: Pick<Purpose, 'attributes'>,
  attributes: readonly string[],
): Result<readonly IkdClaim[], Refusal<PartnerAccessRefusalCode>> {
  const agreed = new Set<string>(purpose.attributes);
  const beyond = attributes.find((attribute) => !agreed.has(attribute));
  return beyond === undefined
    ? ok(attributes as readonly IkdClaim[])
    : refuse({ code: 'partner/attribute-not-agreed', field: beyond });
}

const FREE: Prices = { match: 0, read: 0, present: 0, login: 0 };

/** PP 10/2023 prices a NIK that is checked in the registry; what the resident's own wallet answers is not one. */
export function standardPrices(priceClass: PriceClass, rupiahPerNik: number): Prices {
  return priceClass === 'commercial' ? { ...FREE, match: rupiahPerNik, read: rupiahPerNik } : FREE;
}

const SANDBOX_NAME_THRESHOLD = 85;

/** The sandbox holds everything that was applied for, without quota or price. */
export function sandboxAgreement(purposes: readonly Purpose[], now: Date): Agreement {
  return {
    id: null,
    terms: {
      purposes,
      scopes: SCOPES,
      nameThreshold: SANDBOX_NAME_THRESHOLD,
      quotaPerMonth: Number.MAX_SAFE_INTEGER,
      prices: FREE,
      endsOn: addYears(dayInKaltim(now), 1),
    },
  };
}
