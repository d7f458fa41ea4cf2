import { createHash } from 'node:crypto';
import { type Database, statement } from './db/database.ts';

/** Remembers what may be accepted only once, on all processes together. */
export interface SeenOnce {
  /** True the first time; false when `name` was taken before and is not forgotten yet. */
  take(name: string, until: Date): Promise<boolean>;
  /** Forgets what is too old to be accepted anyway. */
  sweep(): Promise<number>;
}

const TAKE = statement(
  'seenOnce.take',
  'insert into seen_once (name_hash, until) values ($1, $2) on conflict do nothing returning 1 as taken',
);
const SWEEP = statement('seenOnce.sweep', 'delete from seen_once where until <= $1');

export function seenOnce(database: Database, now: () => Date): SeenOnce {
  return {
    async take(name, until) {
      const hash = createHash('sha256').update(name).digest();
      return (await database.read.query(TAKE, [hash, until])).length > 0;
    },
    async sweep() {
      await database.read.query(SWEEP, [now()]);
      return 0;
    },
  };
}
