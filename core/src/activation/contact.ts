import { Personal } from '../kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { ActivationRefusalCode } from './refusals.ts';

const EMAIL = /^[^\s@"(),:;<>[\\\]\p{Cc}]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})+$/u;
const MOBILE = /^628\d{7,11}$/;

type Parsed<T> = Result<T, Refusal<ActivationRefusalCode>>;

/** An address that mail can be sent to; empty text is null: then the officer confirms at the desk. */
export function parseEmail(text: string): Parsed<Personal<string, 'email'> | null> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(null);
  return EMAIL.test(trimmed)
    ? ok(new Personal<string, 'email'>(trimmed))
    : refuse({ code: 'activation/email-malformed', field: 'email' });
}

/**
 * An Indonesian mobile number however it is written (0812…, 62 812…, +62-812…), kept as `+628…` (E.164); empty text is null:
 * then nothing can be sent there.
 */
export function parsePhone(text: string): Parsed<Personal<string, 'phone'> | null> {
  if (text.trim() === '') return ok(null);
  const digits = text.replaceAll(/[\s().+-]/g, '');
  const international = digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
  return MOBILE.test(international)
    ? ok(new Personal<string, 'phone'>(`+${international}`))
    : refuse({ code: 'activation/phone-malformed', field: 'phone' });
}

const NAME = /\p{L}/u;
const MAX_NAME = 100;

export function parseName(text: string): Parsed<Personal<string, 'name'>> {
  const trimmed = text.trim();
  return trimmed.length <= MAX_NAME && NAME.test(trimmed)
    ? ok(new Personal<string, 'name'>(trimmed))
    : refuse({ code: 'activation/name-malformed', field: 'name' });
}
