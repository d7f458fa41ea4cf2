import type { Capture, Piece } from '@jatidiri/core/recording/model.ts';
import { openSlots } from '@jatidiri/core/recording/rules.ts';
import type { CaptureReply } from '@jatidiri/core/recording/wire.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { nikWarnings } from '@jatidiri/core/registry/nik.ts';
import type { WilayahTree } from '../wilayah/index.ts';

/** What an officer needs to tell people apart. */
export const IDENTIFYING = [
  'nik',
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'address',
  'domicile',
  'recording',
] as const;
export type Identified = Pick<Resident, (typeof IDENTIFYING)[number]>;

export function toPerson(
  id: string,
  resident: Identified,
  { find }: Pick<WilayahTree, 'find'>,
): CaptureReply['person'] {
  return {
    id,
    nik: resident.nik.reveal(),
    name: resident.name.reveal(),
    birthPlace: resident.birthPlace.reveal(),
    birthDate: resident.birthDate.reveal(),
    address: resident.address.reveal(),
    kelurahanDesa: find(resident.domicile)?.name ?? resident.domicile,
    recording: resident.recording,
  };
}

export function toCapture(
  { id, state, resident }: Capture,
  record: Identified,
  pieces: readonly Piece[],
  wilayah: Pick<WilayahTree, 'find'>,
): CaptureReply {
  return {
    id,
    state,
    person: toPerson(resident, record, wilayah),
    warnings: nikWarnings(record),
    pieces: pieces.map((piece) =>
      piece.kind === 'missing'
        ? piece
        : { kind: 'taken', slot: piece.slot, format: piece.format, device: piece.device },
    ),
    open: openSlots(pieces),
  };
}
