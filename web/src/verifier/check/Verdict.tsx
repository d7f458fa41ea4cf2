import { ToneIcon } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

export type VerdictKind = 'valid' | 'invalid' | 'unclear';

const TONES = { valid: 'success', invalid: 'refusal', unclear: 'warning' } as const;

/** The answer in one word, a sign and a colour: seen from a metre away, and heard at once. */
export function Verdict({ kind }: { kind: VerdictKind }) {
  return (
    <p class={`verdict verdict-${kind}`} role={kind === 'valid' ? 'status' : 'alert'}>
      <ToneIcon tone={TONES[kind]} />
      {texts().verdicts[kind]}
    </p>
  );
}
