import type { Device, DeviceThumbprint } from '../activation/model.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { fromBase64url } from '../kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import type { RecoveryRefusalCode } from './refusals.ts';

/**
 * The QR by which a new handset asks for an identity, of the handset that holds it or of an officer: `IKDNEW:` and a
 * compact JWS (`typ` ikd-new-handset+jwt, the key in its header as in a DPoP proof) over the time. It proves that the
 * key is there, and gives nothing: whoever scans it decides.
 */
const PREFIX = 'IKDNEW:';
const TYP = 'ikd-new-handset+jwt';

/** A new one is drawn this often, and taken a little longer: until then the PIN has been entered. */
export const NEW_HANDSET_QR_REFRESH_SECONDS = 60;
const MAX_AGE_SECONDS = 300;

export async function drawNewHandsetQr(sign: SignEs256, { x, y }: PublicJwk, now: Date): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return PREFIX + (await signJws(sign, { typ: TYP, jwk }, { iat: Math.floor(now.getTime() / 1000) }));
}

export const isNewHandsetQr = (text: string): boolean => text.startsWith(PREFIX);

/** The handset that drew this QR a moment ago. */
export async function verifyNewHandsetQr(
  text: string,
  now: Date,
  suite: Suite,
): Promise<Result<Device, Refusal<RecoveryRefusalCode>>> {
  const jws = isNewHandsetQr(text) ? parseJws(text.slice(PREFIX.length)) : undefined;
  const jwk = jws?.header.typ === TYP ? parsePublicJwk(jws.header.jwk) : undefined;
  const iat = jws?.payload.iat;
  if (!jws || !jwk || typeof iat !== 'number' || !(await verifyJws(suite, jws, jwk)))
    return refuse({ code: 'recovery/qr-other' });
  if (Math.abs(now.getTime() / 1000 - iat) > MAX_AGE_SECONDS) return refuse({ code: 'recovery/qr-old' });
  return ok({ thumbprint: (await thumbprint(suite, jwk)) as DeviceThumbprint, jwk });
}

/** Six digits that both handsets show, so that nobody approves another one than stands there: `482 913`. */
export function comparisonCode(device: DeviceThumbprint): string {
  const bytes = fromBase64url(device);
  const digits = String(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % 1_000_000).padStart(
    6,
    '0',
  );
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}
