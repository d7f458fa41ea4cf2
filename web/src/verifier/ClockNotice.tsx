import { Notice } from '../shared/ui/Notice.tsx';
import { duration, texts } from './texts.ts';
import { useVerifier } from './verifier.ts';

/** Half of what a shown code lives: from here on a clock alone would refuse good codes. */
const WORTH_SAYING_MS = 30_000;

/** A clock that is off is corrected for, but without a network the correction may be an old one. */
export function ClockNotice() {
  const t = texts();
  const offset = useVerifier().clock.offset.value;
  if (Math.abs(offset) < WORTH_SAYING_MS) return null;
  const time = duration(Math.max(Math.abs(offset), 60_000));
  return (
    <Notice tone="warning">
      <p>{offset > 0 ? t.clockLate(time) : t.clockEarly(time)}</p>
    </Notice>
  );
}
