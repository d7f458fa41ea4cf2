import { Notice } from '../shared/ui/Notice.tsx';
import { texts } from './texts.ts';
import { useWallet } from './wallet.ts';

const WORTH_SAYING_MS = 2 * 60_000;

/** A clock that is off is corrected for, but without a network the correction may be an old one. */
export function ClockNotice() {
  const t = texts();
  const off = Math.abs(useWallet().handset.clock.offset.value);
  if (off < WORTH_SAYING_MS) return null;
  const minutes = Math.round(off / 60_000);
  return (
    <Notice tone="warning">
      <p>{t.clockOff(t.hours(Math.floor(minutes / 60), minutes % 60))}</p>
    </Notice>
  );
}
