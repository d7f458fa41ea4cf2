import { IKD_DOCTYPE, IKD_NAMESPACE } from '../issuance/model.ts';
import { ikdTypeMetadata, kiaTypeMetadata, kkTypeMetadata, LOCALES } from '../issuance/typeMetadata.ts';
import type { TypeMetadataReply } from '../issuance/wire.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { CONTENT_ENCRYPTIONS } from '../jose/jwe.ts';
import type { PublicJwk } from '../kit/suite.ts';
import { BATCH_SIZE, CONFIGURATION_IDS, type ConfigurationId } from './configurations.ts';
import type { IssuanceEndpoints } from './endpoints.ts';
import { PRE_AUTHORIZED_CODE } from './offer.ts';
import { AUTHORIZATION_DETAILS_TYPE } from './wire.ts';

/** How a wallet shows a card, and what its claims are called; `parents` lead to them. */
function credentialMetadata(
  { display, claims }: TypeMetadataReply,
  ...parents: readonly string[]
): JsonObject {
  return {
    display: display.map(({ locale, name, description, rendering }) => ({
      locale,
      name,
      description,
      ...rendering.simple,
    })),
    claims: claims.map(({ path, display }) => ({
      path: [...parents, ...path],
      display: display.map(({ locale, label }) => ({ locale, name: label })),
    })),
  };
}

/** ECDSA with SHA-256, and the same fully specified for P-256 (appendix A.2.2). */
const [COSE_ES256, COSE_ESP256] = [-7, -9];

/** Whether an installation knows wallet providers whose attestations it can verify, and insists on them. */
export type Attestations = 'none' | 'verified' | 'required';

/** What an installation offers or demands beyond the minimum. */
export interface OfferedSecurity {
  readonly encryptionKey: { readonly jwk: PublicJwk; readonly kid: string };
  readonly keyAttestations: Attestations;
  readonly walletAttestations: Attestations;
}

/** The credential issuer's metadata (OpenID4VCI section 12.2.4). */
export function issuerMetadata(endpoints: IssuanceEndpoints, offered: OfferedSecurity): JsonObject {
  return {
    credential_issuer: endpoints.issuer,
    authorization_servers: [endpoints.authorizationServer],
    credential_endpoint: endpoints.credential,
    nonce_endpoint: endpoints.nonce,
    deferred_credential_endpoint: endpoints.deferred,
    notification_endpoint: endpoints.notification,
    ...encryption(offered.encryptionKey),
    batch_credential_issuance: { batch_size: BATCH_SIZE },
    display: [
      { locale: LOCALES.id, name: 'Dukcapil (Jatidiri)' },
      { locale: LOCALES.en, name: 'Civil registration, Dukcapil (Jatidiri)' },
    ],
    credential_configurations_supported: configurations(offered.keyAttestations),
  };
}

/** Wallets may encrypt on top of TLS; whoever wants an encrypted answer has to send an encrypted request (section 10). */
function encryption({ jwk, kid }: OfferedSecurity['encryptionKey']): JsonObject {
  const common = { enc_values_supported: CONTENT_ENCRYPTIONS, encryption_required: false };
  return {
    credential_request_encryption: {
      jwks: { keys: [{ ...jwk, kid, use: 'enc', alg: 'ECDH-ES' }] },
      ...common,
    },
    credential_response_encryption: { alg_values_supported: ['ECDH-ES'], ...common },
  };
}

function configurations(attestations: Attestations): Record<ConfigurationId, JsonObject> {
  const proof_types_supported = proofTypes(attestations);
  const asSdJwt = (scope: ConfigurationId, type: TypeMetadataReply) => ({
    format: 'dc+sd-jwt',
    vct: type.vct,
    scope,
    cryptographic_binding_methods_supported: ['jwk'],
    credential_signing_alg_values_supported: ['ES256'],
    proof_types_supported,
    credential_metadata: credentialMetadata(type),
  });
  return {
    'ikd-sd-jwt': asSdJwt('ikd-sd-jwt', ikdTypeMetadata),
    'ikd-mdoc': {
      format: 'mso_mdoc',
      doctype: IKD_DOCTYPE,
      scope: 'ikd-mdoc',
      cryptographic_binding_methods_supported: ['cose_key'],
      credential_signing_alg_values_supported: [COSE_ES256, COSE_ESP256],
      proof_types_supported,
      credential_metadata: credentialMetadata(ikdTypeMetadata, IKD_NAMESPACE),
    },
    'kk-sd-jwt': asSdJwt('kk-sd-jwt', kkTypeMetadata),
    'kia-sd-jwt': asSdJwt('kia-sd-jwt', kiaTypeMetadata),
  };
}

function proofTypes(attestations: Attestations): JsonObject {
  const common = {
    proof_signing_alg_values_supported: ['ES256'],
    ...(attestations === 'required' && { key_attestations_required: {} }),
  };
  return attestations === 'none' ? { jwt: common } : { jwt: common, attestation: common };
}

/** The metadata of the authorization server for wallets (RFC 8414, OpenID4VCI section 12.3). */
export function authorizationServerMetadata(
  endpoints: IssuanceEndpoints,
  { walletAttestations }: Pick<OfferedSecurity, 'walletAttestations'>,
): JsonObject {
  return {
    issuer: endpoints.authorizationServer,
    authorization_endpoint: endpoints.authorization,
    pushed_authorization_request_endpoint: endpoints.pushedAuthorization,
    token_endpoint: endpoints.token,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', PRE_AUTHORIZED_CODE],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: CONFIGURATION_IDS,
    authorization_response_iss_parameter_supported: true,
    token_endpoint_auth_methods_supported: [
      ...(walletAttestations === 'required' ? [] : ['none']),
      ...(walletAttestations === 'none' ? [] : ['attest_jwt_client_auth']),
    ],
    ...(walletAttestations !== 'none' && {
      client_attestation_signing_alg_values_supported: ['ES256'],
      client_attestation_pop_signing_alg_values_supported: ['ES256'],
    }),
    dpop_signing_alg_values_supported: ['ES256'],
    authorization_details_types_supported: [AUTHORIZATION_DETAILS_TYPE],
    'pre-authorized_grant_anonymous_access_supported': walletAttestations !== 'required',
  };
}
