import { PROVISIONAL_DAYS } from '@jatidiri/core/field/model.ts';
import { packCards } from '@jatidiri/core/field/packCards.ts';
import { issueProvisionalCwt, type ProvisionalTerms } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { Portrait } from '@jatidiri/core/identityqr/model.ts';
import { type Bytes, fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { ageOn, dayInKaltim, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import type { OpenKit } from '../kit.ts';
import type { StatusPlaces } from '../prepare/settings.ts';
import type { Serving } from './serving.ts';

const DAY_MS = 86_400_000;

/**
 * What the resident leaves with: name and photograph; and the age, where the kit carries the record that tells it.
 * @param idx the place of its status in the kit's list
 */
export async function issueCards(
  { keys, officer }: Pick<OpenKit, 'keys' | 'officer'>,
  { application, carried }: Serving,
  image: Bytes,
  { uri }: Pick<StatusPlaces, 'uri'>,
  idx: number,
  at: Date,
): Promise<Bytes> {
  const portrait: Portrait = new Personal<Bytes, 'portrait'>(image);
  const terms: ProvisionalTerms = {
    certificate: fromBase64(officer.certificate),
    issuedAt: at,
    expiresAt: new Date(at.getTime() + PROVISIONAL_DAYS * DAY_MS),
    holderKey: application.device.jwk,
    status: { uri, idx },
  };
  const name = carried ? new Personal<string, 'name'>(carried.name) : application.name;
  const cards = [await issueProvisionalCwt(keys.sign, terms, { kind: 'nameAndPhoto', name, portrait })];
  if (carried && ageOn(toIsoDate(carried.birthDate), dayInKaltim(at)) >= WAJIB_KTP_AGE)
    cards.push(await issueProvisionalCwt(keys.sign, terms, { kind: 'over17', portrait }));
  return packCards(cards);
}
