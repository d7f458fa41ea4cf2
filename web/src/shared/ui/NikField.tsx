import { Field, type FieldProps } from './Field.tsx';

interface NikFieldProps
  extends Pick<FieldProps, 'label' | 'hint' | 'error' | 'value' | 'onValue' | 'optional'> {
  /** Another where a page asks for more than one. */
  readonly name?: string;
}

/** The line for a NIK: digits by the phone's number keys, with room for the gaps that people write between them. */
export function NikField({ name = 'nik', ...props }: NikFieldProps) {
  return <Field {...props} name={name} inputMode="numeric" autoComplete="off" maxLength={24} digits />;
}
