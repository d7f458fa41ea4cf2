import './notice.css';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words.ts';
import { fieldId } from './Field.tsx';
import { ToneIcon } from './Notice.tsx';

export interface FormError {
  /** The `name` of the Field, Choice or other input it belongs to; without it the whole form is meant. */
  readonly field?: string | undefined;
  readonly text: string;
}

interface ErrorSummaryProps {
  errors: readonly FormError[];
  /** Counts the tries, so that the same mistakes a second time are news again. Form does that. */
  tries?: number;
}

/** What is wrong with a form, as links to the fields. Takes the focus when it appears, and after each try. */
export function ErrorSummary({ errors, tries }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const wrong = errors.length > 0;
  useEffect(() => {
    if (wrong) box.current?.focus();
  }, [wrong, tries]);
  if (!wrong) return null;
  return (
    <div ref={box} class="notice notice-refusal" role="alert" tabIndex={-1} aria-labelledby="form-errors">
      <ToneIcon tone="refusal" />
      <div class="notice-body">
        <h2 id="form-errors">{words().fixThese}</h2>
        <ul class="notice-list">
          {errors.map((error) => (
            <li key={error.field ?? error.text}>{error.field ? <FieldLink {...error} /> : error.text}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function FieldLink({ field, text }: FormError) {
  const id = fieldId(field ?? '');
  function goThere(event: Event): void {
    event.preventDefault();
    document.getElementById(id)?.focus();
  }
  return (
    <a href={`#${id}`} onClick={goThere}>
      {text}
    </a>
  );
}
