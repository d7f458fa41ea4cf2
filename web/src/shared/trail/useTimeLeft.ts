import { useEffect, useState } from 'preact/hooks';
import type { ServerClock } from '../serverClock.ts';
import { trailWords } from './trailWords.ts';

const MINUTE_MS = 60_000;

/** How long until an answer is due, in words that keep up with the time; undefined when the time is over. */
export function useTimeLeft(dueAt: Date, clock: Pick<ServerClock, 'now'>): string | undefined {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(clock.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, [clock]);
  const minutes = Math.ceil((dueAt.getTime() - now.getTime()) / MINUTE_MS);
  if (minutes <= 0) return undefined;
  return trailWords().timeLeft(Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60);
}
