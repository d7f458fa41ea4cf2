import { createHash } from 'node:crypto';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { valuesOf } from './columns.ts';
import { copyRow } from './copyRow.ts';

/** Rows ready for COPY, and the digest that the ledger keeps of them. */
export interface EncodedBatch {
  readonly rows: number;
  readonly pieces: readonly Buffer[];
  /** SHA-256 over the rows in COPY's text format without their ids, in order, each ended by a newline. */
  readonly digest: string;
}

/** Encodes row by row, so that a record need not outlive the line that it came from. */
export interface BatchEncoder {
  add(record: ResidentRecord): void;
  readonly rows: number;
  finish(): EncodedBatch;
}

const PIECE = 1 << 16;

export function encodeBatch(newId: () => string): BatchEncoder {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  let copied = '';
  let digested = '';
  let rows = 0;

  function endPiece(): void {
    pieces.push(Buffer.from(copied));
    hash.update(digested);
    copied = '';
    digested = '';
  }

  return {
    add(record) {
      const row = `${copyRow(valuesOf(record))}\n`;
      digested += row;
      copied += `${newId()}\t${row}`;
      rows += 1;
      if (copied.length >= PIECE) endPiece();
    },
    get rows() {
      return rows;
    },
    finish() {
      if (copied !== '') endPiece();
      return { rows, pieces, digest: hash.digest('hex') };
    },
  };
}
