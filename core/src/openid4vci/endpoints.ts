/** Where an installation's credential issuer and its authorization server for wallets are, below the portal's origin. */
export interface IssuanceEndpoints {
  readonly issuer: string;
  readonly authorizationServer: string;
  readonly pushedAuthorization: string;
  readonly authorization: string;
  readonly token: string;
  readonly nonce: string;
  readonly credential: string;
  readonly deferred: string;
  readonly notification: string;
  readonly offers: string;
}

/** @param issuer the credential issuer identifier: the portal's origin, without a slash at its end */
export function endpointsOf(issuer: string): IssuanceEndpoints {
  const authorizationServer = `${issuer}/issuance`;
  return {
    issuer,
    authorizationServer,
    pushedAuthorization: `${authorizationServer}/par`,
    authorization: `${authorizationServer}/authorize`,
    token: `${authorizationServer}/token`,
    nonce: `${authorizationServer}/nonce`,
    credential: `${authorizationServer}/credential`,
    deferred: `${authorizationServer}/deferred`,
    notification: `${authorizationServer}/notification`,
    offers: `${authorizationServer}/offers`,
  };
}
