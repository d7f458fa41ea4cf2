import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { createRequestLink, LINK_SCHEME } from '@jatidiri/core/openid4vp/requestLink.ts';
import { createRequestObject, type RequestTerms } from '@jatidiri/core/openid4vp/requestObject.ts';
import type { AccessSigner, AccessSigners } from '../../partner/index.ts';
import type { EncryptionKey, PresentationRequest } from './request.ts';

export interface RequestSigningDeps {
  readonly origins: { readonly portal: string; readonly wallet: string; readonly verifier: string };
  readonly signers: AccessSigners;
  readonly now: () => Date;
}

export const REQUEST_PATH = '/verification/requests';
export const RESPONSE_PATH = '/verification/responses';

export const responseUriOf = ({ origins }: { origins: { portal: string } }, walletKey: string): string =>
  `${origins.portal}${RESPONSE_PATH}/${walletKey}`;

/** The Request Object for a wallet that follows the link (OpenID4VP 1.0 sections 5.10 and 8.2). */
export async function signForWallet(
  deps: RequestSigningDeps,
  request: PresentationRequest,
  walletNonce?: string,
): Promise<string> {
  const { responseMode, walletState, walletKey, encryptionKey } = request;
  return createRequestObject(await signerOf(deps, request), {
    ...termsOf(deps, request),
    responseMode,
    responseUri: responseUriOf(deps, walletKey),
    state: walletState,
    ...(walletNonce !== undefined && { walletNonce }),
    ...(responseMode === 'direct_post.jwt' &&
      encryptionKey && { encryptTo: encryptTo(request, encryptionKey) }),
  });
}

/** The same for a page that asks through the Digital Credentials API (appendix A), always encrypted. */
export async function signForBrowser(
  deps: RequestSigningDeps,
  request: PresentationRequest,
  origin: string,
): Promise<string> {
  const { encryptionKey } = request;
  return createRequestObject(await signerOf(deps, request), {
    ...termsOf(deps, request),
    responseMode: 'dc_api.jwt',
    expectedOrigins: [origin],
    ...(encryptionKey && { encryptTo: encryptTo(request, encryptionKey) }),
  });
}

function termsOf(
  { now }: RequestSigningDeps,
  request: PresentationRequest,
): Omit<RequestTerms, 'responseMode'> {
  return {
    clientId: request.clientId,
    nonce: request.nonce,
    dcqlQuery: request.dcql,
    transactionData: request.transactionData,
    purpose: request.purpose,
    issuedAt: now(),
    expiresAt: request.expiresAt,
  };
}

const encryptTo = ({ walletKey }: PresentationRequest, key: EncryptionKey) => ({
  jwk: publicHalf(key),
  kid: walletKey,
});

export const publicHalf = ({ kty, crv, x, y }: EncryptionKey): PublicJwk => ({ kty, crv, x, y });

function signerOf(
  { signers }: RequestSigningDeps,
  { asker, institution }: PresentationRequest,
): Promise<AccessSigner> {
  return asker.kind === 'partner'
    ? signers.hosted({ id: asker.partner, name: institution })
    : signers.installation();
}

/** How wallets are called: any of them by scheme, ours by its address as well. */
export function linksOf(
  { origins }: Pick<RequestSigningDeps, 'origins'>,
  { clientId, walletKey }: PresentationRequest,
) {
  const reference = {
    clientId,
    requestUri: `${origins.portal}${REQUEST_PATH}/${walletKey}`,
    method: 'post',
  } as const;
  return {
    link: createRequestLink(LINK_SCHEME, reference),
    walletLink: createRequestLink(`${origins.wallet}/tunjukkan-ke`, reference),
  };
}
