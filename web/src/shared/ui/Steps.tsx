import './steps.css';
import { words } from '../words.ts';

/** Where the person stands in a task: "Langkah 2 dari 5". */
export function Steps({ at, of }: { at: number; of: number }) {
  return (
    <div class="steps">
      <p class="steps-text">{words().step(at, of)}</p>
      <div class="steps-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span key={index} class={index < at ? 'steps-part steps-done' : 'steps-part'} />
        ))}
      </div>
    </div>
  );
}
