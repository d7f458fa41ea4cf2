import type { VerifyChain } from '../chain/certified.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { PHOTOCOPY_CLAIMS, type PhotocopyClaim } from './model.ts';

/** What a photocopy says, signed by the issuer of the IKD: a JWS (`typ` ikd-photocopy+jwt) with its certificate in `x5c`. */
export interface PhotocopyContent {
  readonly reference: string;
  readonly recipient: string;
  readonly purpose: string;
  readonly madeAt: Date;
  /** The last day on which it is good. */
  readonly until: IsoDate;
  /** As in the IKD: texts, and the portrait as a data URL. */
  readonly claims: Personal<Readonly<Partial<Record<PhotocopyClaim, string>>>>;
}

const TYP = 'ikd-photocopy+jwt';

export async function signPhotocopy(
  sign: SignEs256,
  x5c: readonly string[],
  { reference, recipient, purpose, madeAt, until, claims }: PhotocopyContent,
): Promise<string> {
  const iat = Math.floor(madeAt.getTime() / 1000);
  const payload = { jti: reference, iat, recipient, purpose, until, claims: claims.reveal() };
  return signJws(sign, { typ: TYP, x5c }, payload as JsonObject);
}

/** The content of a photocopy that one of our issuers signed for this very reference; undefined for anything else. */
export async function verifyPhotocopy(
  compact: string,
  reference: string,
  { verifyChain, suite, now }: { verifyChain: VerifyChain; suite: Suite; now: Date },
): Promise<PhotocopyContent | undefined> {
  const jws = parseJws(compact);
  if (!jws || jws.header.typ !== TYP || jws.payload.jti !== reference) return undefined;
  const chain = await verifyChain(jws.header.x5c, now);
  if (!chain.ok || !(await verifyJws(suite, jws, chain.value.publicJwk))) return undefined;
  const { recipient, purpose, iat, until, claims } = jws.payload;
  const day = typeof until === 'string' ? parseIsoDate(until) : undefined;
  if (typeof recipient !== 'string' || typeof purpose !== 'string' || typeof iat !== 'number' || !day)
    return undefined;
  return {
    reference,
    recipient,
    purpose,
    madeAt: new Date(iat * 1000),
    until: day,
    claims: new Personal(textsIn(claims)),
  };
}

function textsIn(claims: unknown): Partial<Record<PhotocopyClaim, string>> {
  const given = (claims ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    PHOTOCOPY_CLAIMS.flatMap((claim) => {
      const value = given[claim];
      return typeof value === 'string' ? [[claim, value]] : [];
    }),
  );
}
