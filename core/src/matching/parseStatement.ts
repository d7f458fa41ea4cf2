import { Personal } from '../kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Nik } from '../registry/model.ts';
import { digitsOf, parseNik } from '../registry/nik.ts';
import { COMPARISONS } from './compareElement.ts';
import { MATCH_ELEMENTS, type MatchElement, type Statement } from './model.ts';
import type { MatchRefusalCode } from './refusals.ts';

const MAX_TEXT = 200;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What a row or a request sends: the NIK and what is said about the person, all as text. */
export type SentStatement = Readonly<Partial<Record<'nik' | MatchElement, string | undefined>>>;

export interface ParsedStatement {
  readonly nik: Nik;
  readonly statement: Statement;
}

/** Reads everything before anything is looked up: what cannot be read is refused, costs nothing and tells nothing. */
export function parseStatement(sent: SentStatement): Result<ParsedStatement, Refusal<MatchRefusalCode>> {
  const nik = parseNik(digitsOf(sent.nik ?? ''));
  if (!nik.ok) return badFormat('nik');
  const name = sent.name ?? '';
  if (name.length > MAX_TEXT || !LETTER_OR_DIGIT.test(name)) return badFormat('name');

  const others = new Map<Exclude<MatchElement, 'name'>, Personal>();
  for (const element of MATCH_ELEMENTS) {
    const text = sent[element];
    if (element === 'name' || text === undefined) continue;
    if (text.length > MAX_TEXT || !COMPARISONS[element].isReadable(text)) return badFormat(element);
    others.set(element, new Personal(text));
  }
  return ok({ nik: nik.value, statement: { name: new Personal<string, 'name'>(name), others } });
}

function badFormat(field: string): { ok: false; refusal: Refusal<MatchRefusalCode> } {
  return refuse({ code: 'match/bad-format', field });
}
