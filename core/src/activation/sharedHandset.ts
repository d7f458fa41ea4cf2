import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { DeviceThumbprint } from './model.ts';

/**
 * How the owner of a telephone lets somebody of the household share it: a JWS (`typ` ikd-shared-handset+jwt) by the owner's
 * own key over the newcomer's key. Each person has a key and a PIN of their own; the server learns who shares with whom.
 */
const TYP = 'ikd-shared-handset+jwt';

/** The owner and as many others; where the ministry allows it at all. */
export const MOST_PER_HANDSET = 8;

export function signSharing(
  sign: SignEs256,
  { x, y }: PublicJwk,
  newcomer: DeviceThumbprint,
  now: Date,
): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return signJws(sign, { typ: TYP, jwk }, { newcomer, iat: Math.floor(now.getTime() / 1000) });
}

/** Whose handset it is; undefined for anything that does not let this very newcomer share it. */
export async function verifySharing(
  text: string,
  newcomer: string,
  suite: Suite,
): Promise<DeviceThumbprint | undefined> {
  const jws = parseJws(text);
  const jwk = jws?.header.typ === TYP ? parsePublicJwk(jws.header.jwk) : undefined;
  if (!jws || !jwk || jws.payload.newcomer !== newcomer || !(await verifyJws(suite, jws, jwk)))
    return undefined;
  return (await thumbprint(suite, jwk)) as DeviceThumbprint;
}
