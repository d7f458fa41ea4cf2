import type { VerifyChain } from '../chain/certified.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import type { Personal } from '../kit/personal.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { SIGNED_KINDS, type SignedContent, type SignedKind } from './signedModel.ts';

/**
 * What the page behind a document's QR shows: enough to see that the paper is the one that was signed, and no more than
 * whoever holds it has read already. A JWS (`typ` dukcapil-document+jwt) with its certificate in `x5c`.
 */
export interface SignedStatement {
  readonly reference: string;
  readonly kind: SignedKind;
  /** Number and name of the document with most of them covered. */
  readonly number: string;
  readonly name: string;
  readonly office: string;
  readonly signedAt: Date;
  /** Of the file, base64url. */
  readonly sha256: string;
}

const TYP = 'dukcapil-document+jwt';

export function signStatement(
  sign: SignEs256,
  x5c: readonly string[],
  { reference, kind, number, name, office, signedAt, sha256 }: SignedStatement,
): Promise<string> {
  const iat = Math.floor(signedAt.getTime() / 1000);
  return signJws(sign, { typ: TYP, x5c }, { jti: reference, iat, kind, number, name, office, sha256 });
}

/**
 * The statement, when it was signed for this very reference by a certificate for documents that was good at that time;
 * undefined for anything else. A document outlives its certificate: when it was signed counts, not when it is read.
 */
export async function verifyStatement(
  compact: string,
  reference: string,
  { verifyChain, suite }: { verifyChain: VerifyChain; suite: Suite },
): Promise<SignedStatement | undefined> {
  const jws = parseJws(compact);
  if (!jws || jws.header.typ !== TYP || jws.payload.jti !== reference) return undefined;
  const { iat, number, name, office, sha256 } = jws.payload;
  const kind = SIGNED_KINDS.find((one) => one === jws.payload.kind);
  if (typeof iat !== 'number' || !kind) return undefined;
  if (![number, name, office, sha256].every((text) => typeof text === 'string')) return undefined;
  const signedAt = new Date(iat * 1000);
  const chain = await verifyChain(jws.header.x5c, signedAt);
  if (!chain.ok || !(await verifyJws(suite, jws, chain.value.publicJwk))) return undefined;
  const texts = { number, name, office, sha256 } as Record<'number' | 'name' | 'office' | 'sha256', string>;
  return { reference, kind, signedAt, ...texts };
}

/** Number and name as the check page shows them. */
export function coveredNames(content: Personal<SignedContent>): { number: string; name: string } {
  const { number, names } = namedBy(content.reveal());
  return { number: coverNumber(number), name: names.map(coverName).join(' & ') };
}

function namedBy(content: SignedContent): { number: string; names: readonly string[] } {
  switch (content.kind) {
    case 'kk':
      return { number: content.noKk, names: [content.head] };
    case 'biodata':
      return { number: content.person.nik, names: [content.person.name] };
    default:
      return { number: content.number, names: content.people.map(({ name }) => name) };
  }
}

/** `6472032211260001` is `************0001`; what divides a number stays. */
export const coverNumber = (number: string): string => number.replace(/[A-Z0-9](?=.{4})/g, '*');
/** `SITI CONTOH` is `S*** C*****`. */
export const coverName = (name: string): string =>
  name
    .split(' ')
    .map((word) => word.slice(0, 1) + '*'.repeat(Math.max(word.length - 1, 0)))
    .join(' ');
