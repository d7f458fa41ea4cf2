const DIGITS = /^\d{6}$/;
/** Chosen so often that they are tried first (six-digit codes in published leaks), beyond what the rules below catch. */
const COMMON = new Set(['123123', '121212', '112233', '159753', '147258', '520131', '696969', '131313']);

export type PinWeakness = 'notSixDigits' | 'guessable' | 'birthDate';

/**
 * Why this PIN would be guessed; undefined for a good one.
 * @param nik says the birth date of whoever holds it, and stands on the very card that is found with a stolen handset
 */
export function weaknessOf(pin: string, nik: string): PinWeakness | undefined {
  if (!DIGITS.test(pin)) return 'notSixDigits';
  if (hasEqualSteps(pin) || COMMON.has(pin)) return 'guessable';
  if (datesOf(nik).includes(pin) || nik.endsWith(pin) || nik.startsWith(pin)) return 'birthDate';
  return undefined;
}

/** 111111, 123456, 987654, 246802: each digit follows from the one before. */
function hasEqualSteps(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, index) => (digit - digits[index]! + 10) % 10);
  return steps.every((step) => step === steps[0]);
}

/** DDMMYY, MMDDYY and YYMMDD of the birth date; digits 7 to 12 of a NIK, with the 40 of women taken off the day. */
function datesOf(nik: string): string[] {
  const day = Number(nik.slice(6, 8));
  const dd = String(day > 40 ? day - 40 : day).padStart(2, '0');
  const [mm, yy] = [nik.slice(8, 10), nik.slice(10, 12)];
  return [dd + mm + yy, mm + dd + yy, yy + mm + dd];
}
