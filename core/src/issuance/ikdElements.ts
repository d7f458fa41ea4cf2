import type { Personal } from '../kit/personal.ts';
import { type ElementValue, fullDate } from '../mdoc/issuerSignedItem.ts';
import { knownClaims, plainClaims } from './ikdClaims.ts';
import type { IkdSubject } from './model.ts';

/** The claims of an IKD as elements of an mdoc: the day is a `full-date`, the picture its bytes (image/webp). */
export function ikdElements(subject: IkdSubject): Personal<Record<string, ElementValue>> {
  return knownClaims<ElementValue>({
    ...plainClaims(subject),
    birth_date: fullDate(subject.record.birthDate.reveal()),
    portrait: subject.portraits.card.reveal(),
  });
}
