import * as v from 'valibot';
import type { JsonObject } from '../jose/encodedJson.ts';
import { CONTENT_ENCRYPTIONS, type ContentEncryption, isContentEncryption } from '../jose/jwe.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk } from '../kit/suite.ts';
import type { ResponseEncryption } from './model.ts';
import type { RequestRefusalCode } from './refusals.ts';

const KEY_AGREEMENT = 'ECDH-ES';
const JWS_ALG = 'ES256';
/** ES256 as COSE names it, alone and with its curve (RFC 9053 section 2.1, OpenID4VP 1.0 section B.2.2). */
const COSE_ALGS = [-7, -9];
const DEFAULT_ENC: ContentEncryption = 'A128GCM';

/** What we read and what we can prove (OpenID4VP 1.0 sections B.2.2 and B.3.4). */
export const VP_FORMATS = {
  'dc+sd-jwt': { 'sd-jwt_alg_values': [JWS_ALG], 'kb-jwt_alg_values': [JWS_ALG] },
  mso_mdoc: { issuerauth_alg_values: COSE_ALGS, deviceauth_alg_values: COSE_ALGS },
} as const;

/** `client_metadata` of a request of ours (section 5.1). @param encryptTo for encrypted answers: a key of this request alone */
export function clientMetadata(encryptTo?: { readonly jwk: PublicJwk; readonly kid: string }): JsonObject {
  if (!encryptTo) return { vp_formats_supported: VP_FORMATS };
  const key = { ...encryptTo.jwk, kid: encryptTo.kid, use: 'enc', alg: KEY_AGREEMENT };
  return {
    vp_formats_supported: VP_FORMATS,
    jwks: { keys: [key] },
    encrypted_response_enc_values_supported: CONTENT_ENCRYPTIONS,
  };
}

const algs = v.optional(v.array(v.union([v.string(), v.number()])));
const Metadata = v.object({
  vp_formats_supported: v.optional(
    v.object({
      'dc+sd-jwt': v.optional(v.object({ 'sd-jwt_alg_values': algs, 'kb-jwt_alg_values': algs })),
      mso_mdoc: v.optional(v.object({ issuerauth_alg_values: algs, deviceauth_alg_values: algs })),
    }),
  ),
  jwks: v.optional(v.object({ keys: v.array(v.record(v.string(), v.unknown())) })),
  encrypted_response_enc_values_supported: v.optional(v.array(v.string())),
});
type Metadata = v.InferOutput<typeof Metadata>;

/**
 * The wallet's reading of `client_metadata`: whether it can answer in a format that is read, and encrypted how. A
 * verifier that names no formats reads those that its query names.
 */
export function readClientMetadata(
  value: unknown = {},
  mustEncrypt: boolean,
): Result<ResponseEncryption | undefined, Refusal<RequestRefusalCode>> {
  const parsed = v.safeParse(Metadata, value);
  if (!parsed.success) return refuse({ code: 'request/client-metadata' });
  if (!readsOurFormats(parsed.output)) return refuse({ code: 'request/formats' });
  if (!mustEncrypt) return ok(undefined);

  const encryption = chooseEncryption(parsed.output);
  return encryption ? ok(encryption) : refuse({ code: 'request/encryption' });
}

function readsOurFormats({ vp_formats_supported: formats }: Metadata): boolean {
  if (!formats) return true;
  const { 'dc+sd-jwt': sdJwt, mso_mdoc: mdoc } = formats;
  const allows = (offered: readonly (string | number)[] | undefined, ours: readonly (string | number)[]) =>
    !offered || offered.some((alg) => ours.includes(alg));
  const readsSdJwt =
    sdJwt && allows(sdJwt['sd-jwt_alg_values'], [JWS_ALG]) && allows(sdJwt['kb-jwt_alg_values'], [JWS_ALG]);
  const readsMdoc =
    mdoc && allows(mdoc.issuerauth_alg_values, COSE_ALGS) && allows(mdoc.deviceauth_alg_values, COSE_ALGS);
  return Boolean(readsSdJwt || readsMdoc);
}

/** The first key that we can encrypt to (section 8.3); each has a `kid` and an `alg` (sections 5.1 and 8.3). */
function chooseEncryption({
  jwks,
  encrypted_response_enc_values_supported: encs = [DEFAULT_ENC],
}: Metadata): ResponseEncryption | undefined {
  const enc = encs.find(isContentEncryption);
  for (const { alg, use = 'enc', kid, ...key } of jwks?.keys ?? []) {
    const jwk = parsePublicJwk(key);
    if (enc && jwk && alg === KEY_AGREEMENT && use === 'enc' && typeof kid === 'string')
      return { recipient: { jwk, kid }, enc };
  }
  return undefined;
}
