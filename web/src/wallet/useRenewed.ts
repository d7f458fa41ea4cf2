import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A value that is made anew every so many seconds, and at once when `of` changes or the page wakes after its time.
 * The seconds count by the monotonic clock, which a person cannot set.
 */
export function useRenewed<T>(
  everySeconds: number,
  of: unknown,
  make: () => Promise<T>,
): { value: T | undefined; secondsLeft: number } {
  const [value, setValue] = useState<T>();
  const [secondsLeft, setSecondsLeft] = useState(everySeconds);
  const latest = useRef(make);
  latest.current = make;

  // `of` says what the value is made of
  useEffect(() => {
    let wanted = true;
    let renewAt = 0;
    async function renew(): Promise<void> {
      renewAt = performance.now() + everySeconds * 1000;
      const made = await latest.current();
      if (wanted) setValue(() => made);
    }
    function tick(): void {
      if (performance.now() >= renewAt) void renew();
      setSecondsLeft(Math.max(1, Math.ceil((renewAt - performance.now()) / 1000)));
    }
    setValue(undefined);
    tick();
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      wanted = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everySeconds, of]);
  return { value, secondsLeft };
}
