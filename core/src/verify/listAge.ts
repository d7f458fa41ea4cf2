import type { StatusLists } from '../statuslist/currentStatus.ts';

/**
 * Leaves out lists that are too old. The age counts from the signature and not from the fetching: whoever replays an
 * old list gains nothing.
 */
export function notOlderThan(seconds: number, lists: StatusLists, now: () => Date): StatusLists {
  return {
    async get(uri) {
      const fetched = await lists.get(uri);
      if (!fetched) return undefined;
      const { issuedAt } = fetched.list;
      if ((now().getTime() - issuedAt.getTime()) / 1000 > seconds) return undefined;
      return { list: fetched.list, fetchedAt: issuedAt };
    },
  };
}
