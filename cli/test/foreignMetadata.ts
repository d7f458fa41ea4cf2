import type { JWK } from 'jose';
import { type CardFormat, DOC_TYPE, VCT } from './foreignCards.ts';
import type { Twist } from './foreignIssuer.ts';

export const CONFIGURATION = 'library-card';
const BATCH_SIZE = 3;

interface Features {
  readonly format: CardFormat;
  readonly twist: Twist | undefined;
  /** For encrypted requests; then answers are encrypted too. */
  readonly requestJwk?: JWK;
}

/** OpenID4VCI 1.0 section 12.2.4. */
export const issuerMetadata = (origin: string, { format, twist, requestJwk }: Features) => ({
  credential_issuer: twist === 'other-issuer' ? 'https://other.example' : `${origin}/cards`,
  authorization_servers: [`${origin}/login`],
  credential_endpoint: `${origin}/credential`,
  nonce_endpoint: `${origin}/nonce`,
  deferred_credential_endpoint: `${origin}/deferred`,
  notification_endpoint: `${origin}/notification`,
  batch_credential_issuance: { batch_size: BATCH_SIZE },
  ...(requestJwk && {
    credential_request_encryption: {
      jwks: { keys: [requestJwk] },
      enc_values_supported: ['A256GCM'],
      encryption_required: true,
    },
    credential_response_encryption: {
      alg_values_supported: ['ECDH-ES'],
      enc_values_supported: ['A256GCM'],
      encryption_required: true,
    },
  }),
  credential_configurations_supported: {
    [CONFIGURATION]: {
      format: twist === 'other-format' ? 'jwt_vc_json' : format,
      ...(format === 'mso_mdoc' ? { doctype: DOC_TYPE } : { vct: VCT }),
      scope: 'library',
      cryptographic_binding_methods_supported: ['jwk'],
      proof_types_supported: {
        jwt: {
          proof_signing_alg_values_supported: ['ES256'],
          ...(twist === 'attestation' && { key_attestations_required: {} }),
        },
      },
    },
  },
});
