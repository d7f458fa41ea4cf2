import './choice.css';
import { fieldId } from './Field.tsx';

interface ChecksProps<Value extends string> {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  values: readonly Value[];
  onValues: (values: readonly Value[]) => void;
}

/** Any number of a few. The first option carries the id that the error summary leads to. */
export function Checks<Value extends string>(props: ChecksProps<Value>) {
  const { name, label, hint, error, options, values, onValues } = props;
  const id = fieldId(name);
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const toggle = (value: Value) =>
    onValues(options.map((option) => option.value).filter((one) => (one === value) !== values.includes(one)));
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
      <div class="checks">
        {options.map((option, index) => (
          <label key={option.value} class="choice-option">
            <input
              type="checkbox"
              id={index === 0 ? id : `${id}-${option.value}`}
              name={name}
              checked={values.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span class="choice-text">
              <span class="choice-label">{option.label}</span>
              {option.hint && <span class="soft choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
