import type { AskReply } from '@jatidiri/core/verification/wire.ts';
import type { PresentationRequest } from './request.ts';
import { linksOf, type RequestSigningDeps, signForBrowser } from './requestSigning.ts';

/** Where the hosted page of a request is, below the verifier's origin. */
const PAGE_PATH = '/permintaan';

/** Everything with which an asker brings a request to a wallet. */
export async function describeRequest(
  deps: RequestSigningDeps,
  request: PresentationRequest,
): Promise<AskReply> {
  const { id, pageKey, expiresAt, origin } = request;
  return {
    id,
    ...linksOf(deps, request),
    page: `${deps.origins.verifier}${PAGE_PATH}/${pageKey}`,
    expiresAt: expiresAt.toISOString(),
    ...(origin !== null && { browserRequest: await browserRequestOf(deps, request, origin) }),
  };
}

export async function browserRequestOf(
  deps: RequestSigningDeps,
  request: PresentationRequest,
  origin: string,
) {
  return {
    protocol: 'openid4vp-v1-signed' as const,
    data: { request: await signForBrowser(deps, request, origin) },
  };
}
