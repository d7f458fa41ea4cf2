import { createHmac } from 'node:crypto';
import { callerTries } from './callerTries.ts';
import { type Database, statement } from './db/database.ts';

/** Counts tries in windows, so that nobody guesses long: per NIK on all processes, per address in this one. */
export interface Tries {
  /**
   * Counts one try; false when there were too many in this window. The same whether the NIK exists or not. `form` is
   * all that was sent: the very same form again is the same try.
   */
  take(nik: string, address: string, form: string): Promise<boolean>;
  /** A right answer ends the count of that NIK. */
  forgive(nik: string, address: string): Promise<void>;
}

export const TRIES_WINDOW_MS = 15 * 60_000;
/** One table keeps the counts of all; none is swept before its window can be over. */
const LONGEST_WINDOW_MS = 24 * 3_600_000;

const TAKE = statement(
  'tries.take',
  `insert into try_count as known (key, tries, window_start, last_try) values ($1, 1, $2, $4)
   on conflict (key) do update
     set tries = case when known.window_start <= $3 then 1
                      when known.last_try = $4 then known.tries
                      else known.tries + 1 end,
         last_try = $4,
         window_start = case when known.window_start > $3 then known.window_start else $2 end
   returning tries`,
);
const FORGIVE = statement('tries.forgive', 'delete from try_count where key = $1');
const SWEEP = statement('tries.sweep', 'delete from try_count where window_start <= $1');

export function countTries(
  database: Database,
  limits: { perNik: number; perAddress: number; windowMs?: number },
  secret: Buffer,
  now: () => Date,
): Tries & { sweep(): Promise<number> } {
  const windowMs = limits.windowMs ?? TRIES_WINDOW_MS;
  const addresses = callerTries(limits.perAddress, windowMs, now);
  const hmac = (text: string) => createHmac('sha256', secret).update(text).digest();
  const keyOf = (nik: string) => hmac(`nik:${nik}`);

  return {
    async take(nik, address, form) {
      const addressAllowed = addresses.take(address);
      const at = now();
      const windowStart = new Date(at.getTime() - windowMs);
      const [row] = await database.read.query<{ tries: number }>(TAKE, [
        keyOf(nik),
        at,
        windowStart,
        hmac(`form:${form}`),
      ]);
      return addressAllowed && row!.tries <= limits.perNik;
    },
    async forgive(nik, address) {
      addresses.forgive(address);
      await database.read.query(FORGIVE, [keyOf(nik)]);
    },
    async sweep() {
      await database.read.query(SWEEP, [new Date(now().getTime() - LONGEST_WINDOW_MS)]);
      return 0;
    },
  };
}
