import { webcrypto, X509Certificate } from 'node:crypto';
import { promisify } from 'node:util';
import { inflate as zlibInflate } from 'node:zlib';
import type { Certified, VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { STATUS_LIST_PATH } from '@jatidiri/core/issuance/model.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { CardIssuer } from '@jatidiri/core/partner/cardIssuers.ts';
import type { PresentationTrust } from '@jatidiri/core/sdjwt/verifyPresentation.ts';
import { cachedStatusLists } from '@jatidiri/core/statuslist/cachedStatusLists.ts';
import type { FetchedStatusList, StatusLists } from '@jatidiri/core/statuslist/currentStatus.ts';
import type { StatusReference } from '@jatidiri/core/statuslist/reference.ts';
import { verifyStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import type { Inflate } from '@jatidiri/core/statuslist/zlib.ts';
import type { PublishedList } from '../../issuance/index.ts';
import { type StatusHosts, statusTokenFetcher } from './fetchStatusToken.ts';
import { type ListedIssuers, listedIssuers } from './listedIssuers.ts';

export interface CredentialTrustDeps {
  readonly suite: Suite;
  readonly demo: boolean;
  readonly now: () => Date;
  readonly origins: { readonly portal: string };
  /** Our own roots, as PEM. */
  readonly ownRoots: () => Promise<readonly string[]>;
  readonly publishedList: (number: number) => Promise<PublishedList | undefined>;
  /** Foreign issuers that this installation trusts, as PEM. */
  readonly trustedIssuers: readonly string[];
  /** Institutions that may put cards into wallets. */
  readonly cardIssuers: () => Promise<readonly CardIssuer[]>;
  /** Further hosts of status lists: `host` or `host:port`. */
  readonly statusHosts: readonly string[];
}

/** Which issuers are believed, and what their status lists say. */
export interface CredentialTrust {
  now(): PresentationTrust;
  /** Whether this installation issued it, and not one of the others that it trusts. */
  isOurs(issuer: Certified): boolean;
  /** Whether an issuer may issue cards of this type: an institution on the list issues its own types alone. */
  mayIssue(issuer: Certified, type: string): boolean;
  /** The entry of our status lists that a credential of ours has. */
  placeOf(status: StatusReference): { readonly list: number; readonly idx: number } | undefined;
}

const MAX_LIST_BYTES = 16 * 1024 * 1024;
const KEPT_LISTS = 256;
/** How long one of our own lists is relied on before it is asked for again whether it has changed. */
const RELIED_ON_MS = 1_000;

export async function credentialTrust(deps: CredentialTrustDeps): Promise<CredentialTrust> {
  const own = chainVerifier((await deps.ownRoots()).map(toDer), webcrypto as unknown as Crypto);
  const foreign = chainVerifier(deps.trustedIssuers.map(toDer), webcrypto as unknown as Crypto);
  const listed = listedIssuers(deps.cardIssuers);
  const ours = new WeakSet<Certified>();
  const others: VerifyChain = async (x5c, now) => {
    const certified = await foreign(x5c, now);
    const isUnknown = !certified.ok && certified.refusal.code === 'chain/untrusted';
    return isUnknown ? listed.verifyChain(x5c, now) : certified;
  };

  const verifyChain: VerifyChain = async (x5c, now) => {
    const certified = await own(x5c, now);
    if (certified.ok) ours.add(certified.value);
    const isForeign = !certified.ok && certified.refusal.code === 'chain/untrusted';
    return isForeign ? others(x5c, now) : certified;
  };
  const trust = { suite: deps.suite, verifyChain, inflate, maxBytes: MAX_LIST_BYTES };
  const ownLists = ownStatusLists(deps, { ...trust, verifyChain: own });
  const foreignLists = cachedStatusLists({
    fetchToken: statusTokenFetcher(hostsOf(deps, listed)),
    trust: { ...trust, verifyChain: others },
    now: deps.now,
  });
  const numberOf = listNumbers(deps);
  const statusLists: StatusLists = {
    get: (uri) => (numberOf(uri) === undefined ? foreignLists.get(uri) : ownLists(uri, numberOf(uri)!)),
  };
  return {
    now: () => ({ suite: deps.suite, verifyChain, statusLists, now: deps.now() }),
    isOurs: (issuer) => ours.has(issuer),
    mayIssue: (issuer, type) => listed.typesOf(issuer)?.includes(type) ?? true,
    placeOf({ uri, idx }) {
      const list = numberOf(uri);
      return list === undefined ? undefined : { list, idx };
    },
  };
}

/** Our lists come from this process and not over the network: what ended is refused a second later. */
function ownStatusLists(
  { publishedList, now }: CredentialTrustDeps,
  trust: Omit<Parameters<typeof verifyStatusListToken>[2], 'now'>,
) {
  const kept = new Map<number, KeptList>();
  return async (uri: string, number: number): Promise<FetchedStatusList | undefined> => {
    const known = kept.get(number);
    if (known && now().getTime() - known.askedAt < RELIED_ON_MS) return known.fetched;
    const askedAt = now().getTime();
    const published = await publishedList(number);
    if (published && known?.etag === published.etag) {
      known.askedAt = askedAt;
      return known.fetched;
    }
    if (!published) return undefined;
    const verified = await verifyStatusListToken(published.token, uri, { ...trust, now: now() });
    if (!verified.ok) throw new Error(`our own status list does not verify: ${verified.refusal.code}`);
    const fetched = { list: verified.value, fetchedAt: now() };
    if (kept.size >= KEPT_LISTS) kept.delete(kept.keys().next().value!);
    kept.set(number, { etag: published.etag, fetched, askedAt });
    return fetched;
  };
}

interface KeptList {
  readonly etag: string;
  readonly fetched: FetchedStatusList;
  askedAt: number;
}

function listNumbers({ origins }: Pick<CredentialTrustDeps, 'origins'>) {
  const prefix = `${origins.portal}${STATUS_LIST_PATH}`;
  return (uri: string): number | undefined => {
    const number = uri.startsWith(prefix) ? uri.slice(prefix.length) : '';
    return /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined;
  };
}

/** The hosts that the trusted certificates name, those of listed institutions, and those that the operator adds. */
function hostsOf(
  { trustedIssuers, statusHosts, demo }: CredentialTrustDeps,
  listed: ListedIssuers,
): StatusHosts {
  const named = trustedIssuers.flatMap((pem) => {
    const names = new X509Certificate(pem).subjectAltName ?? '';
    const uris = [...names.matchAll(/URI:([^,\s]+)/g)].flatMap(([, uri]) => URL.parse(uri!)?.host ?? []);
    return [...uris, ...[...names.matchAll(/DNS:([^,\s]+)/g)].map(([, host]) => host!)];
  });
  const issuers = new Set(named);
  const allowed = new Set(statusHosts);
  return {
    isIssuers: async (host) => issuers.has(host) || listed.isHost(host),
    // The examples of a demonstration issue from this very machine.
    isNamed: async ({ host, hostname }) =>
      allowed.has(host) || allowed.has(hostname) || (demo && listed.isHost(host)),
  };
}

const toDer = (pem: string): Uint8Array => new Uint8Array(new X509Certificate(pem).raw);

/** Stops where the limit is reached, whatever the token claims. */
const inflate: Inflate = async (data, maxBytes) =>
  new Uint8Array(await promisify(zlibInflate)(data, { maxOutputLength: maxBytes }));
