import './field.css';
import { fieldId } from './Field.tsx';

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onValue: (value: string) => void;
}

/** One of a list. */
export function Select({ name, label, value, options, onValue }: SelectProps) {
  return (
    <div class="field">
      <label for={fieldId(name)} class="field-label">
        {label}
      </label>
      <select
        id={fieldId(name)}
        class="field-input field-select"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
