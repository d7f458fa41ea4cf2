import type { FileHandle } from 'node:fs/promises';

/** One physical line of a file. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Byte offset behind the line break: where the next line begins. */
  readonly end: number;
  /** Without the line break; null for a line that exceeds LONGEST_LINE. */
  readonly text: string | null;
}

const CHUNK = 1 << 16;
export const LONGEST_LINE = 1 << 13;
const LF = 10;
const CR = 13;

/**
 * The lines of a file from its beginning, as many at a time as one chunk holds: memory stays the same for any
 * file, and other work gets its turn between two chunks.
 */
export async function* readLines(file: FileHandle): AsyncGenerator<Line[]> {
  const buffer = Buffer.allocUnsafe(CHUNK);
  let kept = 0; // bytes of an unfinished line at the beginning of the buffer
  let base = 0; // file offset of the buffer's first byte
  let number = 0;
  let overlong = false;

  for (;;) {
    const { bytesRead } = await file.read(buffer, kept, CHUNK - kept, base + kept);
    const filled = buffer.subarray(0, kept + bytesRead);
    const lines: Line[] = [];
    let start = 0;
    for (let at = filled.indexOf(LF); at >= 0; at = filled.indexOf(LF, start)) {
      number += 1;
      lines.push({ number, end: base + at + 1, text: overlong ? null : textOf(filled, start, at) });
      overlong = false;
      start = at + 1;
    }
    if (bytesRead === 0) {
      const text = overlong ? null : textOf(filled, start, filled.length);
      if (overlong || start < filled.length) {
        lines.push({ number: number + 1, end: base + filled.length, text });
      }
      if (lines.length > 0) yield lines;
      return;
    }
    if (lines.length > 0) yield lines;
    overlong ||= filled.length - start > LONGEST_LINE;
    kept = overlong ? 0 : filled.length - start;
    base += filled.length - kept;
    buffer.copyWithin(0, filled.length - kept, filled.length);
  }
}

function textOf(bytes: Buffer, from: number, to: number): string | null {
  const end = to > from && bytes[to - 1] === CR ? to - 1 : to;
  return end - from > LONGEST_LINE ? null : bytes.toString('utf8', from, end);
}
