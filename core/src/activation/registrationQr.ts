import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';
import { UUID } from '../kit/uuid.ts';
import type { ActivationId } from './model.ts';
import type { ActivationRefusalCode } from './refusals.ts';

/**
 * The QR that the wallet shows to an officer: `IKDREG:` and a compact JWS (`typ` ikd-registration+jwt) by the
 * handset's key over the application and the time. It proves that the very handset stands in front of the
 * officer, and it dies with its minutes: a picture of it is of no use.
 */
const PREFIX = 'IKDREG:';
const TYP = 'ikd-registration+jwt';

/** The wallet draws a new one this often; the desk accepts it a little longer, in both directions of a slow clock. */
export const REGISTRATION_QR_REFRESH_SECONDS = 60;
export const REGISTRATION_QR_MAX_AGE_SECONDS = 180;

export interface RegistrationQr {
  readonly activation: ActivationId;
  readonly issuedAt: number;
  readonly jws: NonNullable<ReturnType<typeof parseJws>>;
}

type QrResult<T> = Result<T, Refusal<ActivationRefusalCode>>;

export async function drawRegistrationQr(
  sign: SignEs256,
  activation: ActivationId,
  now: Date,
): Promise<string> {
  const iat = Math.floor(now.getTime() / 1000);
  return PREFIX + (await signJws(sign, { typ: TYP }, { aid: activation, iat }));
}

/** Reads the QR without trusting it: the application it names tells which key it must be signed with. */
export function readRegistrationQr(text: string): QrResult<RegistrationQr> {
  const jws = text.startsWith(PREFIX) ? parseJws(text.slice(PREFIX.length)) : undefined;
  const { aid, iat } = jws?.payload ?? {};
  const readable =
    jws?.header.typ === TYP && typeof aid === 'string' && UUID.test(aid) && typeof iat === 'number';
  if (!readable) return refuse({ code: 'activation/qr-other-system' });
  return ok({ activation: aid as ActivationId, issuedAt: iat, jws });
}

/** Checks it against the key of the handset that applied, and its age against the server's clock. */
export async function verifyRegistrationQr(
  qr: RegistrationQr,
  deviceKey: PublicJwk,
  now: Date,
  suite: Suite,
): Promise<QrResult<null>> {
  if (!(await verifyJws(suite, qr.jws, deviceKey))) return refuse({ code: 'activation/qr-other-device' });
  const age = now.getTime() / 1000 - qr.issuedAt;
  if (Math.abs(age) > REGISTRATION_QR_MAX_AGE_SECONDS) return refuse({ code: 'activation/qr-expired' });
  return ok(null);
}
