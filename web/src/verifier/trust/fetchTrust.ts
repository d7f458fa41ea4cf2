import type { Certified, VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import { equalBytes } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { type StatusList, verifyStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import * as v from 'valibot';
import { callApi } from '../../shared/api.ts';
import type { KeptTrust, TrustRefusalCode } from './model.ts';

interface FetchDeps {
  readonly suite: Suite;
  readonly now: () => Date;
}

type Outcome<T> = Result<T, { readonly code: TrustRefusalCode }>;

/**
 * Fetches roots, issuers and status lists, and verifies all of it. The roots of the first contact are trusted as they
 * come, from this page's own origin; later ones only when a person has accepted them here.
 */
export async function fetchTrust(deps: FetchDeps, kept: KeptTrust | undefined): Promise<Outcome<KeptTrust>> {
  if (!('DecompressionStream' in globalThis)) return refuse({ code: 'trust/browser-too-old' });
  const fetched = await callApi({ method: 'GET', path: '/api/issuance/trust', parse: readReply });
  if (!fetched.ok) return refuse({ code: fetched.refusal.status ? 'trust/unreadable' : 'trust/unreachable' });

  const anchored = anchor(fetched.value.roots, kept);
  if (!anchored) return refuse({ code: 'trust/unreadable' });
  const { roots, offeredRoots, verifyChain } = anchored;
  const issuers = await trustedAmong(fetched.value.issuers, verifyChain, deps.now());
  const lists = await fetchLists(deps, fetched.value.statusLists, verifyChain);
  if (lists.ok && issuers.length > 0) return ok({ roots, offeredRoots, issuers, lists: lists.value });
  // An offer is remembered, so that somebody can look at it; the rest stays as it was.
  if (kept && offeredRoots.length > 0) return ok({ ...kept, offeredRoots });
  return lists.ok ? refuse({ code: 'trust/untrusted' }) : lists;
}

const readReply = (body: unknown) => v.parse(TrustReply, body);

/** Which roots count; undefined when one of them cannot be read. */
function anchor(pems: readonly string[], kept: KeptTrust | undefined) {
  try {
    const named = pems.flatMap(certificatesInPem);
    const roots = kept?.roots ?? named;
    const offeredRoots = named.filter((root) => !roots.some((known) => equalBytes(known, root)));
    return { roots, offeredRoots, verifyChain: chainVerifier(roots, crypto) };
  } catch {
    return undefined;
  }
}

async function trustedAmong(
  chains: readonly (readonly string[])[],
  verifyChain: VerifyChain,
  now: Date,
): Promise<Certified[]> {
  const verified = await Promise.all(chains.map((x5c) => verifyChain(x5c, now)));
  return verified.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
}

/** All or nothing: a device that says "renewed" has every list that the authority publishes. */
async function fetchLists(
  { suite, now }: FetchDeps,
  uris: readonly string[],
  verifyChain: VerifyChain,
): Promise<Outcome<StatusList[]>> {
  const lists: StatusList[] = [];
  for (const uri of uris) {
    const token = await fetchToken(uri);
    if (token === undefined) return refuse({ code: 'trust/unreachable' });
    const trust = { suite, verifyChain, inflate: webInflate, now: now() };
    const list = await verifyStatusListToken(token, uri, trust);
    if (!list.ok) return refuse({ code: 'trust/untrusted' });
    lists.push(list.value);
  }
  return ok(lists);
}

/** From this page's own origin, which serves the same: a strict Content-Security-Policy allows no other. */
async function fetchToken(uri: string): Promise<string | undefined> {
  try {
    const answer = await fetch(new URL(uri).pathname, { cache: 'no-cache' });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
