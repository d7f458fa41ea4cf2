import { waitBeforeTry } from '@jatidiri/core/pin/tries.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** What waits for a PIN, or, after too many wrong ones, the time that is left. */
export function PinWait({ children }: { children: ComponentChildren }) {
  const t = texts();
  const tries = useWallet().vault.tries.value;
  const [now, setNow] = useState(() => new Date());
  const left = waitBeforeTry(tries, now);

  // A new wrong PIN begins a new wait
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, [tries]);

  if (left <= 0) return <>{children}</>;
  const seconds = Math.ceil(left / 1000);
  return (
    <Notice tone="warning" title={t.waitTitle} live>
      <p>{t.wait}</p>
      <p class="wallet-clock" role="timer">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </p>
    </Notice>
  );
}
