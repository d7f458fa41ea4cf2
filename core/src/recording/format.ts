import { type BiometricFormat, isFinger, isIris, type Slot } from './model.ts';

interface Header {
  readonly format: BiometricFormat;
  /** The first bytes of a file of this format. */
  readonly magic: readonly number[];
  /** Where the file states its own length, as four bytes. */
  readonly lengthAt?: number;
}

const ascii = (text: string): number[] => [...text].map((character) => character.charCodeAt(0));

/**
 * Format identifier and version of the general record headers of ISO/IEC 19794-2, -4 and -6 (2011: versions 030, 020, 020), and the
 * outer tag of ISO/IEC 39794-2, -4 and -6 in their binary encoding: [APPLICATION 2, 4, 6], constructed (ISO/IEC 8825-1).
 */
const HEADERS: readonly Header[] = [
  { format: 'iso19794-2', magic: ascii('FMR\u0000030\u0000'), lengthAt: 8 },
  { format: 'iso19794-4', magic: ascii('FIR\u0000020\u0000'), lengthAt: 8 },
  { format: 'iso19794-6', magic: ascii('IIR\u0000020\u0000'), lengthAt: 8 },
  { format: 'iso39794-2', magic: [0x62] },
  { format: 'iso39794-4', magic: [0x64] },
  { format: 'iso39794-6', magic: [0x66] },
];

const LEAST_BYTES = 32;
export const MAX_BIOMETRIC_BYTES = 1024 * 1024;

/** What a device's file says it is; undefined when it says nothing known, or is not as long as it says. What is inside stays closed. */
export function recogniseFormat(file: Uint8Array): BiometricFormat | undefined {
  if (file.length < LEAST_BYTES || file.length > MAX_BIOMETRIC_BYTES) return undefined;
  const header = HEADERS.find(({ magic }) => magic.every((byte, i) => file[i] === byte));
  if (!header) return undefined;
  const stated = header.lengthAt === undefined ? derLength(file) : uint32(file, header.lengthAt);
  return stated === file.length ? header.format : undefined;
}

/** Fingers come as fingers and irises as irises. */
export function fitsSlot(format: BiometricFormat, slot: Slot): boolean {
  return format.endsWith('-6') ? isIris(slot) : isFinger(slot);
}

const uint32 = (file: Uint8Array, at: number): number =>
  new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(at);

/** Of tag, length and value together, in the definite form (ISO/IEC 8825-1 section 8.1.3). */
function derLength(file: Uint8Array): number | undefined {
  const first = file[1]!;
  if (first < 0x80) return 2 + first;
  const bytes = first - 0x80;
  if (bytes < 1 || bytes > 4) return undefined;
  let length = 0;
  for (let i = 0; i < bytes; i++) length = length * 256 + file[2 + i]!;
  return 2 + bytes + length;
}
