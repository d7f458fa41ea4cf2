import type { CaptureId, Piece, Slot } from '@jatidiri/core/recording/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { FIRST_UUID, type SealedRows } from '../platform/keys/sealStore.ts';
import { BIOMETRIC_KEY, PHOTOGRAPH_KEY, pieceContext } from './seals.ts';

interface PieceRow {
  slot: Slot;
  format: Extract<Piece, { kind: 'taken' }>['format'] | null;
  digest: string | null;
  device: string | null;
  missing: Extract<Piece, { kind: 'missing' }>['reason'] | null;
}

const PIECES = statement(
  'recording.pieces',
  'select slot, format, digest, device, missing from captured_piece where capture = $1',
);

/** What was said about each place so far, without what was taken. */
export async function piecesOf(sql: Sql, capture: CaptureId): Promise<Piece[]> {
  return (await sql.query<PieceRow>(PIECES, [capture])).map(({ slot, missing, format, digest, device }) =>
    missing
      ? { kind: 'missing', slot, reason: missing }
      : { kind: 'taken', slot, format: format!, digest: digest!, device: device! },
  );
}

const SEALED = statement(
  'recording.sealedPiece',
  'select sealed from captured_piece where capture = $1 and slot = $2 and sealed is not null',
);

export async function sealedPiece(sql: Sql, capture: CaptureId, slot: Slot): Promise<Buffer | undefined> {
  return (await sql.query<{ sealed: Buffer }>(SEALED, [capture, slot]))[0]?.sealed;
}

const PUT = statement(
  'recording.putPiece',
  `insert into captured_piece (capture, slot, sealed, format, digest, device, missing, taken_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (capture, slot) do update set sealed = excluded.sealed, format = excluded.format, digest = excluded.digest,
     device = excluded.device, missing = excluded.missing, taken_at = excluded.taken_at`,
);

/** Takes the place of what was there before. */
export async function putPiece(
  sql: Sql,
  capture: CaptureId,
  piece: Piece,
  sealed: Buffer | null,
  takenAt: Date,
): Promise<void> {
  const taken = piece.kind === 'taken' ? piece : undefined;
  await sql.query(PUT, [
    capture,
    piece.slot,
    sealed,
    taken?.format ?? null,
    taken?.digest ?? null,
    taken?.device ?? null,
    piece.kind === 'missing' ? piece.reason : null,
    takenAt,
  ]);
}

const DROP = statement('recording.dropPieces', 'delete from captured_piece where capture = $1');

/** Nothing is kept of a sitting that came to nothing or was replaced. */
export async function dropPieces(sql: Sql, capture: CaptureId): Promise<void> {
  await sql.query(DROP, [capture]);
}

const pieces = {
  table: 'captured_piece',
  name: [
    { column: 'capture', first: FIRST_UUID },
    { column: 'slot', first: '' },
  ],
  context: (capture: string, slot: string) => pieceContext(capture, slot as Slot),
};

/** Where what was taken of people lies sealed. */
export const SEALED_PIECES: readonly SealedRows[] = [
  { ...pieces, key: PHOTOGRAPH_KEY, where: `slot = 'photograph'` },
  { ...pieces, key: BIOMETRIC_KEY, where: `slot <> 'photograph'` },
];
