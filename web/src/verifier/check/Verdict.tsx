import { ToneIcon } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

export type VerdictKind = 'valid' | 'provisional' | 'invalid' | 'unclear';

const TONES = { valid: 'success', provisional: 'warning', invalid: 'refusal', unclear: 'warning' } as const;

/**
 * The answer in one word, a sign and a colour: seen from a metre away, and heard at once. `aboveName`: the page's
 * title only says what kind of disclosure follows, and leaves the room to the name.
 */
export function Verdict({ kind, aboveName }: { kind: VerdictKind; aboveName?: boolean }) {
  return (
    <p
      class={`verdict verdict-${kind}${aboveName ? ' verdict-above-name' : ''}`}
      role={kind === 'valid' || kind === 'provisional' ? 'status' : 'alert'}
    >
      <ToneIcon tone={TONES[kind]} />
      {texts().verdicts[kind]}
    </p>
  );
}
