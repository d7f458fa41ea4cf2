import '../../shared/ui/choice.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { texts } from './texts.ts';

const CHECKS = ['present', 'sameFace'] as const;

interface ChecklistProps {
  /** The officer wanted to approve without having ticked everything. */
  readonly missing: boolean;
  readonly onAll: (all: boolean) => void;
}

/** What an officer says of the person in front, before an approval. */
export function Checklist({ missing, onAll }: ChecklistProps) {
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const first = useRef<HTMLInputElement>(null);
  const t = texts();
  const wrong = missing && ticked.length < CHECKS.length;
  useEffect(() => {
    if (missing) first.current?.focus();
  }, [missing]);

  function tick(check: string, on: boolean): void {
    const next = on ? [...ticked, check] : ticked.filter((other) => other !== check);
    setTicked(next);
    onAll(next.length === CHECKS.length);
  }
  return (
    <fieldset class={wrong ? 'choice field-wrong' : 'choice'}>
      <legend class="choice-legend">{t.checklist}</legend>
      {wrong && (
        <p class="choice-error" role="alert">
          {t.checkMissing}
        </p>
      )}
      {CHECKS.map((check, index) => (
        <label key={check} class="choice-option">
          <input
            ref={index === 0 ? first : null}
            type="checkbox"
            checked={ticked.includes(check)}
            onChange={(event) => tick(check, event.currentTarget.checked)}
          />
          <span class="choice-label">{t.checks[check]}</span>
        </label>
      ))}
    </fieldset>
  );
}
