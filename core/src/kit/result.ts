/** What a rule answers: a value, or an expected refusal. Faults are thrown, refusals are returned. */
export type Result<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}

/** A refusal names a code from its room's union and, for forms, the field; never personal data. */
export interface Refusal<Code extends string> {
  readonly code: Code;
  readonly field?: string;
}
