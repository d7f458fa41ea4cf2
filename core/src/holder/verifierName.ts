import { attributeOf } from '../chain/attribute.ts';
import type { Certified } from '../chain/certified.ts';

/** Who asks, as its access certificate names it: the organisation, else the common name, else the whole subject. */
export function verifierName({ subject }: Pick<Certified, 'subject'>): string {
  return attributeOf(subject, 'O') ?? attributeOf(subject, 'CN') ?? subject;
}
