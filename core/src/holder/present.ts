import type { VerifyChain } from '../chain/certified.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import type { VerifiedRequest } from '../openid4vp/model.ts';
import { parseRequestLink } from '../openid4vp/requestLink.ts';
import { verifyRequestObject } from '../openid4vp/verifyRequestObject.ts';
import { fetchRequestObject } from './fetchRequestObject.ts';
import type { HolderTools } from './model.ts';
import { type PresentRefusal, refusalOfRequest } from './presentRefusals.ts';
import { tellVerifier } from './tellVerifier.ts';

/** A request whose maker is known and that goes by the rules; its answer goes to `responseUri`. */
export type OpenedRequest = VerifiedRequest & { readonly responseUri: string };

/**
 * From a link to a request that may be shown to the resident: fetched as the verifier wants, and refused unless
 * everything about it holds. @param verifyChain against the authorities that name verifiers
 */
export async function openRequest(
  tools: HolderTools,
  verifyChain: VerifyChain,
  link: string,
): Promise<Result<OpenedRequest, PresentRefusal>> {
  const parsed = parseRequestLink(link.trim());
  if (!parsed.ok) return refuse(refusalOfRequest(parsed.refusal));
  const fetched = await fetchRequestObject(tools, parsed.value);
  if (!fetched.ok) return fetched;

  const { object, walletNonce } = fetched.value;
  const { clientId } = parsed.value;
  const requestUri = parsed.value.kind === 'reference' ? parsed.value.requestUri : undefined;
  const arrival = { kind: 'link', clientId, requestUri, walletNonce } as const;
  const trust = { suite: tools.suite, verifyChain, now: tools.now() };
  const verified = await verifyRequestObject(object, arrival, trust);
  if (!verified.ok) {
    await tellVerifier(tools, object, verified.refusal.code);
    return refuse(refusalOfRequest(verified.refusal));
  }
  return ok({ ...verified.value, responseUri: verified.value.responseUri! });
}
