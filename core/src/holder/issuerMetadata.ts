import * as v from 'valibot';
import { ok, type Result, refuse } from '../kit/result.ts';
import { parseAddress, parseIdentifier, wellKnown } from './address.ts';
import { getJson, isSuccess, type Send } from './http.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';

const endpoint = v.pipe(
  v.string(),
  v.check((text) => parseAddress(text) !== undefined),
);
const texts = v.array(v.string());

const Display = v.array(v.looseObject({ name: v.string(), locale: v.optional(v.string()) }));

/** How the issuer calls what a card says (appendix B.2). */
const ClaimLabels = v.array(
  v.looseObject({ path: v.array(v.unknown()), display: v.optional(v.fallback(Display, []), []) }),
);

/** One kind of credential (OpenID4VCI 1.0 section 12.2.4 and appendix A), as far as this wallet uses it. */
const Configuration = v.object({
  format: v.string(),
  scope: v.optional(v.string()),
  vct: v.optional(v.string()),
  doctype: v.optional(v.string()),
  cryptographic_binding_methods_supported: v.optional(texts),
  proof_types_supported: v.optional(
    v.record(
      v.string(),
      v.object({
        proof_signing_alg_values_supported: texts,
        key_attestations_required: v.optional(v.looseObject({})),
      }),
    ),
  ),
  credential_metadata: v.optional(
    v.object({
      display: v.optional(v.fallback(Display, []), []),
      claims: v.optional(v.fallback(ClaimLabels, []), []),
    }),
  ),
});
export type CredentialConfiguration = v.InferOutput<typeof Configuration>;

const RequestEncryption = v.object({
  jwks: v.object({ keys: v.array(v.unknown()) }),
  enc_values_supported: texts,
  encryption_required: v.optional(v.boolean(), false),
});

const ResponseEncryption = v.object({
  alg_values_supported: texts,
  enc_values_supported: texts,
  encryption_required: v.optional(v.boolean(), false),
});

/** Credential Issuer Metadata (OpenID4VCI 1.0 section 12.2.4), as far as this wallet uses it. */
const Metadata = v.object({
  credential_issuer: v.string(),
  authorization_servers: v.optional(v.pipe(texts, v.minLength(1))),
  credential_endpoint: endpoint,
  nonce_endpoint: v.optional(endpoint),
  deferred_credential_endpoint: v.optional(endpoint),
  notification_endpoint: v.optional(endpoint),
  credential_request_encryption: v.optional(RequestEncryption),
  credential_response_encryption: v.optional(ResponseEncryption),
  batch_credential_issuance: v.optional(
    v.object({ batch_size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)) }),
  ),
  display: v.optional(v.fallback(Display, []), []),
  credential_configurations_supported: v.record(v.string(), v.unknown()),
});
export type IssuerMetadata = v.InferOutput<typeof Metadata>;

/** Fetches an issuer's metadata; they must name the very identifier that they were fetched for (section 12.2.4). */
export async function fetchIssuerMetadata(
  send: Send,
  issuer: string,
): Promise<Result<IssuerMetadata, ReceiveRefusal>> {
  const identifier = parseIdentifier(issuer);
  if (!identifier) return refuse({ code: 'receive/offer-malformed' });
  const reply = await send(getJson(wellKnown(identifier, 'openid-credential-issuer')));
  if (!reply) return refuse({ code: 'receive/unreachable' });
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Metadata), reply.body);
  if (!isSuccess(reply) || !parsed.success) return refuse({ code: 'receive/issuer-malformed' });
  if (parsed.output.credential_issuer !== issuer) return refuse({ code: 'receive/other-issuer' });
  return ok(parsed.output);
}

/** A kind of credential that this wallet can keep, or why it cannot. */
export function findConfiguration(
  metadata: IssuerMetadata,
  id: string,
): Result<CredentialConfiguration, ReceiveRefusal> {
  const supported = metadata.credential_configurations_supported;
  if (!Object.hasOwn(supported, id)) return refuse({ code: 'receive/card-unknown' });
  const parsed = v.safeParse(Configuration, supported[id]);
  if (!parsed.success) return refuse({ code: 'receive/issuer-malformed' });
  const { format, vct, doctype, proof_types_supported: proofTypes } = parsed.output;
  const isKnown =
    (format === 'dc+sd-jwt' && vct !== undefined) || (format === 'mso_mdoc' && doctype !== undefined);
  const byJwt = proofTypes?.jwt;
  if (!isKnown || !byJwt?.proof_signing_alg_values_supported.includes('ES256')) {
    return refuse({ code: 'receive/card-unsupported' });
  }
  if (byJwt.key_attestations_required) return refuse({ code: 'receive/attestation-required' });
  return ok(parsed.output);
}
