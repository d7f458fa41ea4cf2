import { encodeCbor } from '../cose/encodeCbor.ts';
import { createSign1, HEADER } from '../cose/sign1.ts';
import { toBase45 } from '../identityqr/base45.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import { utf8 } from '../kit/bytes.ts';
import type { BadgeMoment, BadgeSigner, DeskBadge, Poster } from './model.ts';

/** Marks badges and posters; capitals and a colon stay in the QR code's alphanumeric mode. */
export const BADGE_PREFIX = 'IKDB:';
/** Signed along, so that nothing else that these keys sign can pass for a badge, nor a badge for anything else. */
export const BADGE_AAD = utf8('IKD badge or poster');
/** The first element of what is signed. */
export const KIND = { kitBadge: 1, deskBadge: 2, poster: 3 } as const;

/** `[1, seconds since 1970, number or null]` by a kit key: who and where stands in the certificate. */
export const drawKitBadge = (signer: BadgeSigner, moment: BadgeMoment): Promise<string> =>
  draw(signer, [KIND.kitBadge, ...momentOf(moment)]);

/** `[2, seconds since 1970, number or null, officer, office, place, session or null]` by the issuing authority. */
export const drawDeskBadge = (
  signer: BadgeSigner,
  { officer, office, place, session }: DeskBadge,
  moment: BadgeMoment,
): Promise<string> => draw(signer, [KIND.deskBadge, ...momentOf(moment), officer, office, place, session]);

/** `[3, session, office, place, first day, last day]` by the issuing authority. */
export const drawPoster = (
  signer: BadgeSigner,
  { session, office, place, from, to }: Poster,
): Promise<string> => draw(signer, [KIND.poster, session, office, place, from, to]);

const momentOf = ({ at, number }: BadgeMoment) => [toNumericDate(at), number];

/** A COSE_Sign1 with the signer's certificate, in base45: a telephone without a network needs nothing else but roots. */
async function draw({ sign, certificate }: BadgeSigner, content: readonly unknown[]): Promise<string> {
  const header = new Map([[HEADER.x5chain, certificate]]);
  return BADGE_PREFIX + toBase45(await createSign1(sign, header, encodeCbor(content), BADGE_AAD));
}
