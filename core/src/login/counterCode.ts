/** Eight digits: easy to say, and far too many to go through in five minutes at the pace that a client is allowed. */
export const COUNTER_CODE_DIGITS = 8;
export const COUNTER_CODE_LASTS_MS = 5 * 60_000;

const SPACING = /[\s.-]/g;
const DIGITS = /^\d{8}$/;

/** As it was heard and typed, with whatever spaces; undefined for what is no code. */
export function parseCounterCode(typed: string): string | undefined {
  const digits = typed.replaceAll(SPACING, '');
  return DIGITS.test(digits) ? digits : undefined;
}

/** `4821 9930` */
export const printCounterCode = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`;
