import { Field, type FieldProps } from './Field.tsx';

/** The line for a NIK: digits by the phone's number keys, with room for the gaps that people write between them. */
export function NikField(props: Pick<FieldProps, 'label' | 'hint' | 'error' | 'value' | 'onValue'>) {
  return <Field {...props} name="nik" inputMode="numeric" autoComplete="off" maxLength={24} digits />;
}
