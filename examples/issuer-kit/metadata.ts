import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { PRE_AUTHORIZED_CODE } from '@jatidiri/core/openid4vci/offer.ts';
import type { CardType } from './cardType.ts';

const LOCALES = { id: 'id-ID', en: 'en' } as const;
const inBoth = ({ id, en }: { readonly id: string; readonly en: string }) => [
  { locale: LOCALES.id, name: id },
  { locale: LOCALES.en, name: en },
];

/** OpenID4VCI section 12.2.4. */
export function issuerMetadata(
  origin: string,
  { id, institution, name, vct, colour, claims }: CardType,
): JsonObject {
  return {
    credential_issuer: origin,
    credential_endpoint: `${origin}/credential`,
    nonce_endpoint: `${origin}/nonce`,
    display: [{ locale: LOCALES.id, name: institution }],
    credential_configurations_supported: {
      [id]: {
        format: 'dc+sd-jwt',
        vct,
        scope: id,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display: inBoth(name).map((one) => ({ ...one, background_color: colour })),
          claims: Object.entries(claims).map(([claim, label]) => ({ path: [claim], display: inBoth(label) })),
        },
      },
    },
  };
}

/** RFC 8414; the issuer is its own authorization server. */
export const serverMetadata = (origin: string): JsonObject => ({
  issuer: origin,
  token_endpoint: `${origin}/token`,
  grant_types_supported: [PRE_AUTHORIZED_CODE],
  response_types_supported: [],
  token_endpoint_auth_methods_supported: ['none'],
  'pre-authorized_grant_anonymous_access_supported': true,
});
