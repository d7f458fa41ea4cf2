import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { thumbprint } from '../jose/thumbprint.ts';
import { toBase64url } from '../kit/bytes.ts';
import type { RefusalText } from '../kit/refusalText.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, SignEs256, Suite } from '../kit/suite.ts';

/**
 * How a wallet speaks for its handset: every request carries `Device-Proof`, a JWS (`typ` device-proof+jwt) by the
 * device key over method, path, body digest and time. Built like a DPoP proof (RFC 9449 section 4.2) with the body
 * added; there is no session and nothing to steal from one.
 */
const TYP = 'device-proof+jwt';
export const DEVICE_PROOF_HEADER = 'device-proof';
export const DEVICE_PROOF_WINDOW_SECONDS = 300;

export interface ProvenDevice {
  readonly thumbprint: string;
  readonly jwk: PublicJwk;
}

export type DeviceRefusalCode = keyof typeof deviceRefusals;

export const deviceRefusals = {
  'device/proof-missing': {
    status: 401,
    id: 'Permintaan ini tidak berasal dari ponsel yang terdaftar. Buka KTP Digital di ponsel Anda.',
    en: 'This request does not come from a registered phone. Open the digital KTP on your phone.',
  },
  'device/proof-invalid': {
    status: 401,
    id: 'Tanda tangan ponsel tidak sesuai. Tutup aplikasi, buka lagi, lalu ulangi.',
    en: 'The phone’s signature does not fit. Close the application, open it again and repeat.',
  },
  'device/clock-off': {
    status: 401,
    id: 'Jam ponsel Anda tidak tepat. Aplikasi menyesuaikannya sendiri; jika pesan ini muncul lagi, atur jam ponsel ke otomatis.',
    en: 'Your phone’s clock is off. The application corrects for it; if this message comes back, set the clock to automatic.',
  },
} as const satisfies Record<`device/${string}`, RefusalText>;

export interface ProvenRequest {
  readonly method: string;
  /** Path and query as sent, without origin. */
  readonly path: string;
  readonly body: Uint8Array;
}

/** `now` is the server's time as the wallet best knows it: a handset's own clock may be off by hours. */
export async function proveDevice(
  sign: SignEs256,
  { x, y }: PublicJwk,
  request: ProvenRequest,
  now: Date,
  suite: Pick<Suite, 'sha256'>,
): Promise<string> {
  const jwk = { kty: 'EC', crv: 'P-256', x, y };
  return signJws(
    sign,
    { typ: TYP, jwk },
    {
      htm: request.method,
      htu: request.path,
      bd: toBase64url(await suite.sha256(request.body)),
      iat: Math.floor(now.getTime() / 1000),
    },
  );
}

/** The handset that made this very request, by the key in the proof's header. */
export async function verifyDeviceProof(
  proof: string | undefined,
  request: ProvenRequest,
  now: Date,
  suite: Suite,
): Promise<Result<ProvenDevice, Refusal<DeviceRefusalCode>>> {
  if (!proof) return refuse({ code: 'device/proof-missing' });
  const jws = parseJws(proof);
  const jwk = jws && jws.header.typ === TYP ? parsePublicJwk(jws.header.jwk) : undefined;
  if (!jws || !jwk) return refuse({ code: 'device/proof-invalid' });

  const { htm, htu, bd, iat } = jws.payload;
  const bodyDigest = toBase64url(await suite.sha256(request.body));
  const fits = htm === request.method && htu === request.path && bd === bodyDigest && typeof iat === 'number';
  if (!fits || !(await verifyJws(suite, jws, jwk))) return refuse({ code: 'device/proof-invalid' });
  if (Math.abs(now.getTime() / 1000 - iat) > DEVICE_PROOF_WINDOW_SECONDS)
    return refuse({ code: 'device/clock-off' });
  return ok({ thumbprint: await thumbprint(suite, jwk), jwk });
}
