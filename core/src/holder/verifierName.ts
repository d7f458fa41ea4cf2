import type { Certified } from '../chain/certified.ts';

/** Who asks, as its access certificate names it: the organisation, else the common name, else the whole subject. */
export function verifierName({ subject }: Pick<Certified, 'subject'>): string {
  return attributeOf(subject, 'O') ?? attributeOf(subject, 'CN') ?? subject;
}

/** The value of an attribute in an RFC 4514 name, with its escapes undone. */
function attributeOf(subject: string, type: 'O' | 'CN'): string | undefined {
  const found = new RegExp(`(?:^|[,+]\\s*)${type}=((?:\\\\.|[^,+\\\\])+)`).exec(subject)?.[1];
  return found?.replace(/\\(.)/g, '$1').trim();
}
