import type { Result } from '@jatidiri/core/kit/result.ts';
import { freeTriesLeft } from '@jatidiri/core/pin/tries.ts';
import { useState } from 'preact/hooks';
import type { PinRefusal } from '../vault/vault.ts';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

const TELL_BELOW = 4;

/** Tries a PIN and tells what came of it. */
export function usePinTry(attempt: (pin: string) => Promise<Result<null, PinRefusal>>) {
  const t = texts();
  const { vault } = useWallet();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState(false);

  async function enter(pin: string): Promise<boolean> {
    setBusy(true);
    setWrong(false);
    const answer = await attempt(pin);
    setBusy(false);
    setWrong(!answer.ok && answer.refusal.code === 'pin/wrong');
    return answer.ok;
  }
  const left = freeTriesLeft(vault.tries.value);
  const error = left > 0 && left < TELL_BELOW ? t.wrongLeft(left) : t.wrong;
  return { enter, busy, error: wrong ? error : undefined };
}
