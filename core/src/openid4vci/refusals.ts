/** Why the issuer's endpoints for wallets refuse. */
export type Openid4vciRefusalCode = keyof typeof openid4vciRefusals;

/** `error_description` is for developers: ASCII without quotes and backslashes (RFC 6749 section 5.2). */
interface OAuthRefusal {
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

const refusal = (status: number, error: string, description: string): OAuthRefusal => ({
  status,
  error,
  description,
});

export const openid4vciRefusals = {
  // Credential offer by reference (OpenID4VCI section 4.1.3)
  'openid4vci/offer': refusal(404, 'invalid_request', 'The offer is unknown, expired or already taken up.'),

  // Authorization and pushed authorization requests (RFC 6749 section 4.1.2.1, RFC 9126 section 2.3)
  'openid4vci/redirect-uri': refusal(400, 'invalid_request', 'redirect_uri is missing or not allowed.'),
  'openid4vci/response-type': refusal(
    400,
    'unsupported_response_type',
    'Only response_type code is supported.',
  ),
  'openid4vci/pkce': refusal(400, 'invalid_request', 'A code_challenge with method S256 is needed.'),
  'openid4vci/scope': refusal(
    400,
    'invalid_scope',
    'Neither scope nor authorization_details name a credential.',
  ),
  'openid4vci/issuer-state': refusal(400, 'invalid_request', 'issuer_state belongs to no open offer.'),
  'openid4vci/request-uri': refusal(
    400,
    'invalid_request_uri',
    'request_uri is unknown, expired, already used or of another client.',
  ),
  'openid4vci/too-many-requests': refusal(
    429,
    'temporarily_unavailable',
    'Too many requests from this address: wait a quarter of an hour.',
  ),
  'openid4vci/declined': refusal(400, 'access_denied', 'The resident declined or did not answer in time.'),

  // Token endpoint (RFC 6749 section 5.2, OpenID4VCI section 6.3)
  'openid4vci/request-malformed': refusal(
    400,
    'invalid_request',
    'A parameter is missing, repeated or malformed.',
  ),
  'openid4vci/grant-type': refusal(400, 'unsupported_grant_type', 'This grant type is not supported.'),
  'openid4vci/code': refusal(400, 'invalid_grant', 'The code is unknown, expired or already used.'),
  'openid4vci/pkce-verifier': refusal(400, 'invalid_grant', 'code_verifier does not fit the code_challenge.'),
  'openid4vci/tx-code-missing': refusal(400, 'invalid_request', 'This offer needs a transaction code.'),
  'openid4vci/tx-code-unexpected': refusal(400, 'invalid_request', 'This offer has no transaction code.'),
  'openid4vci/tx-code': refusal(400, 'invalid_grant', 'The transaction code is wrong.'),
  'openid4vci/tx-code-locked': refusal(
    400,
    'invalid_grant',
    'Too many wrong transaction codes: ask for a new offer.',
  ),
  'openid4vci/authorization-details': refusal(
    400,
    'invalid_authorization_details',
    'authorization_details name no credential of this offer.',
  ),
  // Attestation-based client authentication (draft-ietf-oauth-attestation-based-client-auth)
  'openid4vci/wallet-attestation': refusal(
    401,
    'invalid_client',
    'The wallet attestation cannot be relied on.',
  ),
  'openid4vci/wallet-attestation-missing': refusal(401, 'invalid_client', 'A wallet attestation is needed.'),
  'openid4vci/dpop': refusal(400, 'invalid_dpop_proof', 'The DPoP proof does not fit this request.'),

  // Whoever asks with an access token (RFC 6750 section 3.1, RFC 9449 section 7.1)
  'openid4vci/token-missing': refusal(401, 'invalid_token', 'An access token is needed.'),
  'openid4vci/token': refusal(401, 'invalid_token', 'The access token is unknown or expired.'),
  'openid4vci/token-binding': refusal(401, 'invalid_dpop_proof', 'The access token is bound to another key.'),

  // Credential endpoint (OpenID4VCI section 8.3.1.2)
  'openid4vci/credential-request': refusal(400, 'invalid_credential_request', 'The request is malformed.'),
  'openid4vci/configuration': refusal(
    400,
    'unknown_credential_configuration',
    'The access token allows no such credential configuration.',
  ),
  'openid4vci/identifier': refusal(
    400,
    'unknown_credential_identifier',
    'The access token allows no such credential identifier.',
  ),
  'openid4vci/proof-missing': refusal(400, 'invalid_proof', 'Proofs of possession are needed.'),
  'openid4vci/proof-type': refusal(400, 'invalid_proof', 'This proof type is not supported.'),
  'openid4vci/proof-malformed': refusal(
    400,
    'invalid_proof',
    'A key proof is malformed or not signed with ES256.',
  ),
  'openid4vci/proof-signature': refusal(400, 'invalid_proof', 'A key proof is not signed by its key.'),
  'openid4vci/proof-audience': refusal(400, 'invalid_proof', 'A key proof names another credential issuer.'),
  'openid4vci/proof-issuer': refusal(400, 'invalid_proof', 'A key proof names another client.'),
  'openid4vci/proof-time': refusal(
    400,
    'invalid_proof',
    'A key proof was made too long ago or in the future.',
  ),
  'openid4vci/proof-nonce-missing': refusal(400, 'invalid_proof', 'A key proof has no nonce.'),
  'openid4vci/proof-key-repeated': refusal(400, 'invalid_proof', 'Two key proofs name the same key.'),
  'openid4vci/too-many-proofs': refusal(400, 'invalid_proof', 'More keys than batch_size allows.'),
  'openid4vci/nonce': refusal(
    400,
    'invalid_nonce',
    'The nonce is unknown, expired or used: fetch a new one.',
  ),
  'openid4vci/encryption': refusal(
    400,
    'invalid_encryption_parameters',
    'Encrypted answers need an encrypted request, ECDH-ES on P-256, and A128GCM or A256GCM without zip.',
  ),
  'openid4vci/encrypted-request': refusal(
    400,
    'invalid_credential_request',
    'The request is not encrypted to a key of this issuer.',
  ),
  'openid4vci/key-attestation': refusal(400, 'invalid_proof', 'The key attestation cannot be relied on.'),
  'openid4vci/key-attestation-missing': refusal(400, 'invalid_proof', 'The keys have to be attested.'),

  // Deferred credential endpoint (section 9.3) and notification endpoint (section 11.3)
  'openid4vci/transaction': refusal(
    400,
    'invalid_transaction_id',
    'The transaction is unknown, or its credentials were handed over already.',
  ),
  'openid4vci/notification-id': refusal(
    400,
    'invalid_notification_id',
    'No credentials were issued under this id.',
  ),
  'openid4vci/notification': refusal(400, 'invalid_notification_request', 'The notification is malformed.'),
  'openid4vci/too-many-copies': refusal(
    400,
    'credential_request_denied',
    'This access token has given as many copies as it may.',
  ),
  'openid4vci/denied': refusal(400, 'credential_request_denied', 'There is no active identity to issue.'),
} as const satisfies Record<`openid4vci/${string}`, OAuthRefusal>;
