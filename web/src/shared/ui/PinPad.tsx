import './pinpad.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { words } from '../words.ts';

interface PinPadProps {
  label: string;
  /** Called with six digits; the pad is empty again at once and keeps nothing. */
  onPin: (pin: string) => void;
  error?: string | undefined;
  /** The digits are being checked: keys do nothing. */
  busy?: boolean;
}

const LENGTH = 6;
const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Six digits by large keys or by keyboard. A screen reader hears how many are entered, never which. */
export function PinPad({ label, onPin, error, busy }: PinPadProps) {
  const t = words();
  const id = useId();
  const [pin, setPin] = useState('');
  const entered = useRef('');

  function change(next: string): void {
    entered.current = next.length === LENGTH ? '' : next;
    setPin(entered.current);
    if (next.length === LENGTH) onPin(next);
  }
  function press(digit: string): void {
    if (!busy) change(entered.current + digit);
  }
  function erase(): void {
    change(entered.current.slice(0, -1));
  }
  useKeyboard(press, erase);

  return (
    <fieldset class="pinpad" aria-describedby={`${id}-error`}>
      <legend class="pinpad-label">{label}</legend>
      <div class="pinpad-dots" aria-hidden="true">
        {Array.from({ length: LENGTH }, (_, index) => (
          <span key={index} class={index < pin.length ? 'pinpad-dot pinpad-filled' : 'pinpad-dot'} />
        ))}
      </div>
      <p class="unseen" role="status">
        {pin.length > 0 ? t.pinEntered(pin.length, LENGTH) : ''}
      </p>
      <p id={`${id}-error`} class="pinpad-error" role="alert">
        {error}
      </p>
      <div class="pinpad-keys">
        {KEYS.map((digit) => (
          <Key key={digit} text={digit} onPress={() => press(digit)} />
        ))}
        <span />
        <Key text="0" onPress={() => press('0')} />
        <Key text="⌫" name={t.pinDelete} onPress={erase} />
      </div>
    </fieldset>
  );
}

function Key({ text, name, onPress }: { text: string; name?: string; onPress: () => void }) {
  return (
    <button type="button" class="pinpad-key" aria-label={name} onClick={onPress}>
      {text}
    </button>
  );
}

/** Digits count wherever the focus is, unless the person is typing into something else. */
function useKeyboard(press: (digit: string) => void, erase: () => void): void {
  const latest = useRef({ press, erase });
  latest.current = { press, erase };
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
      if (/^[0-9]$/.test(event.key)) latest.current.press(event.key);
      else if (event.key === 'Backspace') latest.current.erase();
    }
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
