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

/** What is wrong with a form, at its top. Takes the focus whenever a new list arrives; an empty list shows nothing. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
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
