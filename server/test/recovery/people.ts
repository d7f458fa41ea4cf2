import { record } from '../registry/records.ts';

/** As many adults whose KTP-el was recorded. */
export const people = (count: number) => Array.from({ length: count }, (_, at) => record(at + 1));

/** What the nth of them writes into a form. */
export function person(nth: number): { nik: string; name: string } {
  const { nik, name } = record(nth);
  return { nik: nik.reveal(), name: name.reveal() };
}
