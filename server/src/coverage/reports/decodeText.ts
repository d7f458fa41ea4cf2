import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';

export interface DecodedText {
  readonly text: string;
  /** The name of the encoding that had to be guessed; null for Unicode. */
  readonly guessed: string | null;
}

/** A text file in UTF-8, in UTF-16 with its mark, or in the encoding of old Windows. A file that mixes them is refused with the line. */
export function decodeText(bytes: Uint8Array): Result<DecodedText, { line: number }> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ok(unicode('utf-16le', bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ok(unicode('utf-16be', bytes));
  const whole = utf8(bytes);
  if (whole !== undefined) return ok({ text: whole, guessed: null });
  const lines = linesOf(bytes);
  const withUtf8 = lines.some((line) => line.some((byte) => byte > 0x7f) && utf8(line) !== undefined);
  if (withUtf8) return refuse({ line: lines.findIndex((line) => utf8(line) === undefined) + 1 });
  return ok({ text: new TextDecoder('windows-1252').decode(bytes), guessed: 'Windows-1252' });
}

function unicode(encoding: string, bytes: Uint8Array): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), guessed: null };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    lines.push(bytes.subarray(from, end < 0 ? bytes.length : end));
    from = end < 0 ? bytes.length : end + 1;
  }
  return lines;
}
