import type { FormError } from './ErrorSummary.tsx';

/** Of a field: its name, its label, and what is wrong with it, if anything is. */
export type Line = readonly [field: string, label: string, fault: string | undefined];

/** What the summary of a form says. */
export const errorsOf = (lines: readonly Line[]): FormError[] =>
  lines.flatMap(([field, label, fault]) =>
    fault ? [{ field, text: `${label}${label.endsWith('?') ? '' : ':'} ${fault}` }] : [],
  );
