import { weaknessOf } from '@jatidiri/core/pin/weakPin.ts';
import { useState } from 'preact/hooks';
import { PinPad } from '../../shared/ui/PinPad.tsx';
import { texts } from './texts.ts';

/** A new PIN, entered twice. The first entry lives only until the second. */
export function NewPin({ nik, onPin, busy }: { nik: string; onPin: (pin: string) => void; busy: boolean }) {
  const t = texts();
  const [first, setFirst] = useState<string>();
  const [error, setError] = useState<string>();

  function choose(pin: string): void {
    const weakness = weaknessOf(pin, nik);
    setError(weakness && t.pinWeak[weakness]);
    setFirst(weakness ? undefined : pin);
  }
  function repeat(pin: string): void {
    setFirst(undefined);
    if (pin === first) onPin(pin);
    else setError(t.pinDiffers);
  }
  if (first === undefined)
    return <PinPad key="new" label={t.pinNew} onPin={choose} error={error} busy={busy} />;
  return <PinPad key="repeat" label={t.pinRepeat} onPin={repeat} busy={busy} />;
}
