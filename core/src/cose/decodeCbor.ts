import { fromUtf8 } from '../kit/bytes.ts';
import { Tagged } from './tagged.ts';

/** Deeper than anything that we read: protects the stack. */
const MAX_DEPTH = 16;
const BREAK = 31;
/** Initial bytes of major type 7 (RFC 8949 section 3.3). */
const SIMPLE: ReadonlyMap<number, unknown> = new Map([
  [20, false],
  [21, true],
  [22, null],
]);
const FLOAT = { half: 25, single: 26, double: 27 } as const;

interface Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly tags: ReadonlySet<number>;
  at: number;
}

/**
 * Reads one value in the strict form that signatures need, where one value has one spelling: shortest lengths, no
 * indefinite ones, no repeated keys, right UTF-8, nothing behind the end (RFC 8949 section 4.2.1, save the order of
 * keys). Maps come as `Map` with numbers and texts as keys, byte strings as views of `bytes`.
 * @param tags those that may stand in it; each comes out as `Tagged`
 * @throws RangeError for everything else
 */
export function decodeStrict(bytes: Uint8Array, tags: ReadonlySet<number>): unknown {
  const { buffer, byteOffset, length } = bytes;
  const reader: Reader = {
    // A Buffer of Node would hand on views of its own kind.
    bytes: new Uint8Array(buffer, byteOffset, length),
    view: new DataView(buffer, byteOffset, length),
    tags,
    at: 0,
  };
  const value = read(reader, 0);
  if (reader.at !== length) throw new RangeError('bytes behind the end');
  return value;
}

function read(reader: Reader, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new RangeError('nested too deep');
  const initial = readUnsigned(reader, 1);
  const major = initial >> 5;
  const info = initial & 0x1f;
  if (major === 7) return readSimple(reader, info);

  const argument = readArgument(reader, info);
  switch (major) {
    case 0:
      return argument;
    case 1:
      return typeof argument === 'bigint' ? -1n - argument : negative(argument);
    case 2:
      return take(reader, argument);
    case 3:
      return toText(take(reader, argument));
    case 4:
      return readArray(reader, argument, depth);
    case 5:
      return readMap(reader, argument, depth);
    default:
      return readTagged(reader, argument, depth);
  }
}

/** -1 - n, which may leave the safe integers. */
const negative = (argument: number): number | bigint =>
  argument === Number.MAX_SAFE_INTEGER ? -1n - BigInt(argument) : -1 - argument;

/** In its shortest form; a bigint beyond the safe integers. */
function readArgument(reader: Reader, info: number): number | bigint {
  if (info < 24) return info;
  if (info > 27) throw new RangeError(info === BREAK ? 'indefinite length' : 'reserved');
  if (info === 27) return readLong(reader);
  const size = 2 ** (info - 24);
  const value = readUnsigned(reader, size);
  if (value < (size === 1 ? 24 : 2 ** (4 * size))) throw new RangeError('not the shortest form');
  return value;
}

function readLong(reader: Reader): number | bigint {
  need(reader, 8);
  const value = reader.view.getBigUint64(reader.at);
  reader.at += 8;
  if (value < 2n ** 32n) throw new RangeError('not the shortest form');
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

function readUnsigned(reader: Reader, size: number): number {
  need(reader, size);
  const { bytes, view, at } = reader;
  reader.at += size;
  if (size === 1) return bytes[at]!;
  return size === 2 ? view.getUint16(at) : view.getUint32(at);
}

function take(reader: Reader, length: number | bigint): Uint8Array {
  need(reader, length);
  const start = reader.at;
  reader.at += Number(length);
  return reader.bytes.subarray(start, reader.at);
}

function need({ bytes, at }: Reader, length: number | bigint): void {
  if (length > bytes.length - at) throw new RangeError('ends too early');
}

/** Most text is short ASCII, which needs no decoder. */
function toText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte > 0x7f) return decodeText(bytes);
    text += String.fromCharCode(byte);
  }
  return text;
}

function decodeText(bytes: Uint8Array): string {
  try {
    return fromUtf8(bytes);
  } catch {
    throw new RangeError('no UTF-8');
  }
}

function readArray(reader: Reader, length: number | bigint, depth: number): unknown[] {
  // Each element has a byte at least: whoever announces more than there are, announces in vain.
  need(reader, length);
  const array: unknown[] = [];
  for (let i = 0; i < Number(length); i++) array.push(read(reader, depth + 1));
  return array;
}

function readMap(reader: Reader, length: number | bigint, depth: number): Map<number | string, unknown> {
  need(reader, length);
  const map = new Map<number | string, unknown>();
  for (let i = 0; i < Number(length); i++) {
    const key = read(reader, depth + 1);
    if (typeof key !== 'string' && typeof key !== 'number') throw new RangeError('a key of another kind');
    if (map.has(key)) throw new RangeError('a repeated key');
    map.set(key, read(reader, depth + 1));
  }
  return map;
}

function readTagged(reader: Reader, tag: number | bigint, depth: number): Tagged {
  if (typeof tag !== 'number' || !reader.tags.has(tag)) throw new RangeError('an unexpected tag');
  return new Tagged(tag, read(reader, depth + 1));
}

function readSimple(reader: Reader, info: number): unknown {
  if (SIMPLE.has(info)) return SIMPLE.get(info);
  const value = readFloat(reader, info);
  if (!Number.isFinite(value)) throw new RangeError('no number');
  return value;
}

function readFloat(reader: Reader, info: number): number {
  const { view, at } = reader;
  switch (info) {
    case FLOAT.half:
      return fromHalf(readUnsigned(reader, 2));
    case FLOAT.single:
      need(reader, 4);
      reader.at += 4;
      return view.getFloat32(at);
    case FLOAT.double:
      need(reader, 8);
      reader.at += 8;
      return view.getFloat64(at);
    default:
      throw new RangeError('undefined, or a simple value that we do not know');
  }
}

/** IEEE 754 binary16 (RFC 8949 appendix D). */
function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const magnitude =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? Number.NaN
        : (1024 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -magnitude : magnitude;
}
