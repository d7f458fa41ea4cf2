import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import {
  type IdentityQrRefusalCode,
  type VerifiedIdentityQr,
  verifyIdentityQr,
} from '@jatidiri/core/identityqr/verifyIdentityQr.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { StatusLists } from '@jatidiri/core/statuslist/currentStatus.ts';
import type { KeptTrust } from '../trust/model.ts';

/** One check and its moment. */
export type Checked = { readonly at: Date } & (
  | { readonly kind: 'valid'; readonly verified: VerifiedIdentityQr }
  | { readonly kind: 'refused'; readonly code: IdentityQrRefusalCode }
);

export interface CheckTerms {
  readonly now: Date;
  readonly maxListAgeDays: string;
  readonly acceptProvisional: boolean;
}

const DAY_SECONDS = 86_400;
/** The wallet makes a new code every 30 seconds; a screenshot is dead after a minute. */
const SHOWN_SECONDS = 60;
const CLOCK_SKEW_SECONDS = 30;

/** Decides by what this device keeps, without any network. */
export async function checkQr(
  text: string,
  { roots, issuers, lists }: KeptTrust,
  { now, maxListAgeDays, acceptProvisional }: CheckTerms,
  suite: Suite,
): Promise<Checked> {
  const outcome = await verifyIdentityQr(
    text,
    {
      trustedIssuers: issuers,
      ...(acceptProvisional && { verifySession: chainVerifier(roots, crypto, 'field') }),
      statusLists: listsNotOlderThan(Number(maxListAgeDays) * DAY_SECONDS, lists, now),
      now,
      maxAgeSeconds: SHOWN_SECONDS,
      clockSkewSeconds: CLOCK_SKEW_SECONDS,
      statusListOldAfterSeconds: DAY_SECONDS,
    },
    suite,
  );
  return outcome.ok
    ? { kind: 'valid', verified: outcome.value, at: now }
    : { kind: 'refused', code: outcome.refusal.code, at: now };
}

/** The age counts from the signature and not from the fetching: whoever replays an old list gains nothing. */
function listsNotOlderThan(seconds: number, lists: KeptTrust['lists'], now: Date): StatusLists {
  const young = lists.filter(({ issuedAt }) => (now.getTime() - issuedAt.getTime()) / 1000 <= seconds);
  return new Map(young.map((list) => [list.uri, { list, fetchedAt: list.issuedAt }]));
}
