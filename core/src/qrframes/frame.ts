import { fromBase45, toBase45 } from '../identityqr/base45.ts';
import { type Bytes, concat } from '../kit/bytes.ts';
import { crc32 } from './crc32.ts';

/** One QR code of a transfer, with everything in it that joining needs. */
export interface Frame {
  /** The first eight bytes of the SHA-256 over the whole: names the transfer, and proves it in the end. */
  readonly transfer: Bytes;
  /** Length of the whole in bytes. All blocks are equally long; the last is filled with zeros. */
  readonly length: number;
  /** Below the count of blocks: that block itself. From there on: the sum of those that `blocksIn` names. */
  readonly index: number;
  readonly block: Bytes;
}

/** Marks our frames; capitals and a colon stay in the QR code's alphanumeric mode. */
const PREFIX = 'IKDF:';
const FORMAT = 1;
export const TRANSFER_BYTES = 8;
/** format (1), transfer (8), length (3), index (2), check (4), block; numbers in network order. */
const HEADER_BYTES = 1 + TRANSFER_BYTES + 3 + 2 + 4;
export const INDEX_END = 0x1_0000;
/** A transfer of more would take a minute before a camera: nothing of ours is a tenth of that. */
export const MAX_LENGTH = 0x8000;
export const MAX_BLOCKS = 256;

export const isFrame = (text: string): boolean => text.startsWith(PREFIX);

export const blockCount = ({ length, block }: Pick<Frame, 'length' | 'block'>): number =>
  Math.ceil(length / block.length);

export function writeFrame(frame: Frame): string {
  const header = headerOf(frame);
  const check = numberBytes(crc32(concat(header, frame.block)), 4);
  return PREFIX + toBase45(concat(header, check, frame.block));
}

/** Undefined for what is damaged or of a later format; a frame that comes out is as it was written. */
export function readFrame(text: string): Frame | undefined {
  const bytes = isFrame(text) ? fromBase45(text.slice(PREFIX.length)) : undefined;
  if (!bytes || bytes.length <= HEADER_BYTES || bytes[0] !== FORMAT) return undefined;
  const frame = {
    transfer: bytes.slice(1, 9),
    length: numberAt(bytes, 9, 3),
    index: numberAt(bytes, 12, 2),
    block: bytes.slice(HEADER_BYTES),
  };
  const intact = crc32(concat(headerOf(frame), frame.block)) === numberAt(bytes, 14, 4);
  const sensible = frame.length > 0 && frame.length <= MAX_LENGTH && blockCount(frame) <= MAX_BLOCKS;
  return intact && sensible ? frame : undefined;
}

const headerOf = ({ transfer, length, index }: Frame): Bytes =>
  concat(Uint8Array.of(FORMAT), transfer, numberBytes(length, 3), numberBytes(index, 2));

function numberBytes(value: number, bytes: number): Bytes {
  return Uint8Array.from({ length: bytes }, (_, i) => (value >>> (8 * (bytes - 1 - i))) & 0xff);
}

function numberAt(bytes: Uint8Array, at: number, length: number): number {
  return bytes.subarray(at, at + length).reduce((value, byte) => value * 256 + byte, 0);
}
