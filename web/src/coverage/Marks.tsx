import { type Tone, ToneIcon } from '../shared/ui/Notice.tsx';
import { type Mark, publishedTexts } from './publishedTexts.ts';

const TONES: Record<Mark, Tone | 'plain'> = {
  follows: 'success',
  truncated: 'warning',
  otherMeasure: 'warning',
  doesNotFollow: 'refusal',
  conflict: 'refusal',
  implausible: 'refusal',
  notPrinted: 'plain',
  notRecomputable: 'plain',
  countOnly: 'plain',
};

/** Each mark has a sign and a word, not only a colour. */
export function Marks({ marks }: { marks: readonly Mark[] }) {
  const t = publishedTexts();
  return (
    <ul class="published-marks">
      {marks.map((mark) => {
        const tone = TONES[mark];
        return (
          <li key={mark} class={`published-mark published-${tone}`}>
            {tone !== 'plain' && <ToneIcon tone={tone} />}
            {t.marks[mark]}
          </li>
        );
      })}
    </ul>
  );
}
