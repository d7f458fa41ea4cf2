import './field.css';
import { words } from '../words.ts';

export interface FieldProps {
  /** Also the last part of the element's id: the error summary leads here. */
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onValue: (value: string) => void;
  type?: 'text' | 'email' | 'tel' | 'search' | 'date' | 'datetime-local' | 'password';
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'search';
  /** A token of the HTML standard's autofill list: 'name', 'email', 'tel', 'off'. */
  autoComplete?: string;
  autoCapitalize?: 'none' | 'words' | 'characters';
  maxLength?: number;
  /** Digits to compare with a card: even width, wide spacing. */
  digits?: boolean;
  optional?: boolean;
}

export const fieldId = (name: string): string => `isian-${name}`;

/** A labelled line of input. The error stands above the line, where a phone's keyboard does not cover it. */
export function Field({
  name,
  label,
  hint,
  error,
  value,
  onValue,
  digits,
  optional,
  type,
  ...input
}: FieldProps) {
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field field-wrong' : 'field'}>
      <label for={id} class="field-label">
        {label}
        {optional && <span class="field-optional"> ({words().optional})</span>}
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
      <input
        {...input}
        // Preact's types tell inputs apart by their type; for all of these the attributes are the same.
        type={(type ?? 'text') as 'text'}
        id={id}
        name={name}
        class={digits ? 'field-input digits' : 'field-input'}
        value={value}
        spellcheck={false}
        aria-required={!optional}
        aria-invalid={error !== undefined}
        aria-describedby={notes || undefined}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </div>
  );
}
