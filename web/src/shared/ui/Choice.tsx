import './choice.css';
import { fieldId } from './Field.tsx';

interface ChoiceProps<Value extends string> {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  value: Value | undefined;
  onValue: (value: Value) => void;
}

/** One of a few. The first option carries the id that the error summary leads to. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, label, hint, error, options, value, onValue } = props;
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset class={error ? 'choice field-wrong' : 'choice'} aria-describedby={notes || undefined}>
      <legend class="choice-legend">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} class="soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} class="choice-error">
          {error}
        </p>
      )}
      {options.map((option, index) => (
        <label key={option.value} class="choice-option">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${option.value}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          <span class="choice-text">
            <span class="choice-label">{option.label}</span>
            {option.hint && <span class="soft choice-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
