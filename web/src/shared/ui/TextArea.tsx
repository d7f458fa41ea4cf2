import './field.css';
import { fieldId } from './Field.tsx';

interface TextAreaProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly rows?: number;
  /** What is pasted from a machine: even width. */
  readonly code?: boolean;
  readonly maxLength?: number;
}

/** Several lines of input, labelled like a Field. */
export function TextArea({
  name,
  label,
  hint,
  error,
  value,
  onValue,
  code,
  rows = 6,
  maxLength,
}: TextAreaProps) {
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id} class="field-label">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} class="field-hint">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="field-error">
          {error}
        </p>
      )}
      <textarea
        id={id}
        name={name}
        class={code ? 'field-input digits' : 'field-input'}
        rows={rows}
        maxLength={maxLength}
        value={value}
        spellcheck={false}
        autoComplete="off"
        aria-required={true}
        aria-invalid={error !== undefined}
        aria-describedby={notes || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
