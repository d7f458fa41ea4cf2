import type { StatusReference } from './reference.ts';
import { type StatusName, statusAt, statusName } from './statusList.ts';
import type { StatusList } from './token.ts';

/** A verified list and when this machine fetched it. */
export interface FetchedStatusList {
  readonly list: StatusList;
  readonly fetchedAt: Date;
}

/**
 * The lists by their address: those at hand (a Map), or whatever fetches them. A list is asked for only after
 * everything else about a credential has been verified, so that no stranger decides what is fetched.
 */
export interface StatusLists {
  get(uri: string): FetchedStatusList | undefined | Promise<FetchedStatusList | undefined>;
}

/** What the lists at hand say of one token; the age of the copy is the caller's to judge. */
export type CurrentStatus =
  | { readonly status: Exclude<StatusName, 'application-specific'>; readonly fetchedAt: Date }
  | { readonly status: 'unknown' };

/**
 * Looks up one entry (Token Status List, section 8.3). Unknown when the list is not at hand or has expired, when the
 * entry lies beyond its end, or when its value has no registered meaning.
 */
export async function currentStatus(
  lists: StatusLists,
  { uri, idx }: StatusReference,
  now: Date,
): Promise<CurrentStatus> {
  const fetched = await lists.get(uri);
  if (!fetched || (fetched.list.expiresAt && fetched.list.expiresAt <= now)) return { status: 'unknown' };
  const value = statusAt(fetched.list, idx);
  const status = value === undefined ? undefined : statusName(value);
  if (status === undefined || status === 'application-specific') return { status: 'unknown' };
  return { status, fetchedAt: fetched.fetchedAt };
}

const REFUSED = { invalid: 'revoked', suspended: 'suspended', unknown: 'status-unknown' } as const;

/** Why its status speaks against a credential. One without a status cannot be revoked, and its issuer wanted it so. */
export async function refusalByStatus(
  lists: StatusLists,
  reference: StatusReference | undefined,
  now: Date,
): Promise<(typeof REFUSED)[keyof typeof REFUSED] | undefined> {
  if (!reference) return undefined;
  const { status } = await currentStatus(lists, reference, now);
  return status === 'valid' ? undefined : REFUSED[status];
}
