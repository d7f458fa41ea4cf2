import { type Bytes, utf8 } from '../kit/bytes.ts';
import { TAG, Tagged } from './tagged.ts';

const MAJOR = {
  uint: 0x00,
  negative: 0x20,
  bytes: 0x40,
  text: 0x60,
  array: 0x80,
  map: 0xa0,
  tag: 0xc0,
} as const;
const LONGEST_EMBEDDED_HEAD = 2 + 9;
const SIMPLE: ReadonlyMap<unknown, Bytes> = new Map([
  [false, Uint8Array.of(0xf4)],
  [true, Uint8Array.of(0xf5)],
  [null, Uint8Array.of(0xf6)],
] as const);

/** Where messages are written, one after the other; it grows to the longest. A new buffer each costs more than the writing. */
const writer = { bytes: new Uint8Array(4096), length: 0 };

/**
 * Deterministic encoding: shortest forms, keys in bytewise order (RFC 8949 section 4.2.1); objects become maps with
 * text keys. @throws TypeError for what none of our messages holds: floats, undefined, objects of a class
 */
export function encodeCbor(value: unknown): Bytes {
  writer.length = 0;
  write(value);
  return writer.bytes.slice(0, writer.length);
}

/**
 * A value as CBOR inside a byte string under tag 24 (RFC 8949 section 3.4.5.1): what ISO/IEC 18013-5 takes digests and
 * signatures of.
 */
export function encodeEmbedded(value: unknown): Bytes {
  writer.length = 0;
  const start = writeEmbedded(value);
  return writer.bytes.slice(start, writer.length);
}

/** The same of many values; they share one buffer, which costs less than one for each. */
export function encodeEach(values: readonly unknown[]): readonly Bytes[] {
  writer.length = 0;
  const places = values.map((value) => [writeEmbedded(value), writer.length] as const);
  const all = writer.bytes.slice(0, writer.length);
  return places.map(([start, end]) => all.subarray(start, end));
}

/** Answers where it starts: the head's length depends on the value's, so it is put before the value afterwards. */
function writeEmbedded(value: unknown): number {
  const at = writer.length;
  const content = at + LONGEST_EMBEDDED_HEAD;
  makeRoom(LONGEST_EMBEDDED_HEAD);
  writer.length = content;
  write(value);
  const end = writer.length;
  writer.length = at;
  writeHead(MAJOR.tag, TAG.embedded);
  writeHead(MAJOR.bytes, end - content);
  const start = content - (writer.length - at);
  writer.bytes.copyWithin(start, at, writer.length);
  writer.length = end;
  return start;
}

/** CBOR already, to stand inside another value as it is. */
export class Encoded {
  readonly cbor: Uint8Array;
  constructor(cbor: Uint8Array) {
    this.cbor = cbor;
  }
}

/** Values one after the other without a head (RFC 8742): the parts of a map whose keys are encoded beforehand. */
export class Sequence {
  readonly parts: readonly unknown[];
  constructor(...parts: readonly unknown[]) {
    this.parts = parts;
  }
}

function write(value: unknown): void {
  if (typeof value === 'string') writeText(value);
  else if (Number.isSafeInteger(value)) writeInteger(value as number);
  else if (value instanceof Uint8Array) writeBytes(value);
  else if (value instanceof Map) writeMap([...value]);
  else if (Array.isArray(value)) writeArray(value);
  else if (value instanceof Tagged) writeTagged(value);
  else if (value instanceof Encoded) append(value.cbor);
  else if (value instanceof Sequence) for (const part of value.parts) write(part);
  else if (isPlain(value)) writeMap(Object.entries(value));
  else if (SIMPLE.has(value)) append(SIMPLE.get(value)!);
  else if (typeof value === 'bigint') writeBigInteger(value);
  else throw new TypeError('nothing that CBOR messages of ours hold');
}

function writeInteger(value: number): void {
  if (value >= 0) writeHead(MAJOR.uint, value);
  else writeHead(MAJOR.negative, -1 - value);
}

/** Beyond the safe integers, up to 64 bits. @throws TypeError for more */
function writeBigInteger(value: bigint): void {
  const argument = value < 0n ? -1n - value : value;
  const major = value < 0n ? MAJOR.negative : MAJOR.uint;
  if (argument <= Number.MAX_SAFE_INTEGER) writeHead(major, Number(argument));
  else if (argument >= 2n ** 64n) throw new TypeError('more than 64 bits');
  else {
    const encoded = new DataView(new ArrayBuffer(9));
    encoded.setUint8(0, major | 27);
    encoded.setBigUint64(1, argument);
    append(new Uint8Array(encoded.buffer));
  }
}

function writeBytes(value: Uint8Array): void {
  writeHead(MAJOR.bytes, value.length);
  append(value);
}

function writeArray(value: readonly unknown[]): void {
  writeHead(MAJOR.array, value.length);
  for (const entry of value) write(entry);
}

function writeTagged({ tag, value }: Tagged): void {
  writeHead(MAJOR.tag, tag);
  write(value);
}

function writeMap(entries: [unknown, unknown][]): void {
  writeHead(MAJOR.map, entries.length);
  if (entries.length > 1) entries.sort(entries.some(isBeyondAscii) ? byEncodedKey : byKey);
  for (const [key, value] of entries) {
    write(key);
    write(value);
  }
}

/** Text is written in place where it is ASCII, as nearly all of ours is. */
function writeText(text: string): void {
  const { length } = text;
  const start = writer.length;
  writeHead(MAJOR.text, length);
  makeRoom(length);
  let at = writer.length;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) {
      writer.length = start;
      writeEncodedText(utf8(text));
      return;
    }
    writer.bytes[at++] = code;
  }
  writer.length = at;
}

function writeEncodedText(encoded: Uint8Array): void {
  writeHead(MAJOR.text, encoded.length);
  append(encoded);
}

/** The initial byte and the argument in its shortest form (RFC 8949 section 3). */
function writeHead(major: number, argument: number): void {
  makeRoom(9);
  const { bytes } = writer;
  const at = writer.length;
  const size = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : argument < 2 ** 32 ? 4 : 8;
  bytes[at] = major | (size === 0 ? argument : 24 + Math.log2(size));
  let rest = argument;
  for (let i = at + size; i > at; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  writer.length = at + 1 + size;
}

function append(bytes: Uint8Array): void {
  makeRoom(bytes.length);
  writer.bytes.set(bytes, writer.length);
  writer.length += bytes.length;
}

function makeRoom(more: number): void {
  const needed = writer.length + more;
  if (needed <= writer.bytes.length) return;
  const larger = new Uint8Array(Math.max(needed, 2 * writer.bytes.length));
  larger.set(writer.bytes.subarray(0, writer.length));
  writer.bytes = larger;
}

/** The order of the encoded keys. */
function byKey([a]: [unknown, unknown], [b]: [unknown, unknown]): number {
  if (typeof a === 'number' && typeof b === 'number') return rank(a) - rank(b) || Math.abs(a) - Math.abs(b);
  if (typeof a !== 'string' || typeof b !== 'string') return typeof a === 'number' ? -1 : 1;
  return a.length - b.length || (a < b ? -1 : 1);
}

/** The same for text beyond ASCII, whose length in bytes is another than in characters. */
const byEncodedKey = ([a]: [unknown, unknown], [b]: [unknown, unknown]): number =>
  typeof a === 'string' && typeof b === 'string' ? compareBytes(utf8(a), utf8(b)) : byKey([a, 0], [b, 0]);

const rank = (key: number): number => (key < 0 ? 1 : 0);
const isBeyondAscii = ([key]: [unknown, unknown]): boolean =>
  typeof key === 'string' && /[\u0080-\uffff]/.test(key);
/** Made by braces: any object of a class, a `Date` or a `Personal`, would lose what it says without a word. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((byte, i) => byte !== b[i]);
  return a[at]! - b[at]!;
}
