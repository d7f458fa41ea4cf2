import { recordsOfLevelDb } from './levelDb.ts';
import { unsnappy } from './snappy.ts';

export interface ProfileFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A photograph or a portrait of ours: JPEG by canvas, or WebP. The browser's own icons are PNG. */
const PICTURES = [Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.from('WEBPVP8 ')];
/** The private half of a key as JSON. */
const PRIVATE_JWK = Buffer.from('"d":"');
/** What stands before the public half in an unencrypted P-256 key (PKCS#8), as Chromium keeps keys of pages. */
const PUBLIC_HALF = Buffer.from('a14403420004', 'hex');
/** Before a value that Blink has packed. */
const PACKED_VALUE = Buffer.from('ff1102', 'hex');

/** What somebody who has a browser's files reads in them, and where. */
export interface Found {
  readonly words: ReadonlyMap<string, string>;
  /** How each photograph begins: its first 32 bytes, hexadecimal. */
  readonly pictures: ReadonlySet<string>;
  readonly privateJwks: readonly string[];
  /** Of each private key that lies open, the public half: x and y, hexadecimal. */
  readonly keys: ReadonlySet<string>;
}

/** Reads every file as it is, and what lies packed in those of LevelDB, deleted or not. */
export function readAsThief(files: readonly ProfileFile[], words: readonly string[]): Found {
  const sought = words.flatMap((word) => spellings(word).map((bytes) => ({ word, bytes })));
  const found = {
    words: new Map<string, string>(),
    pictures: new Set<string>(),
    privateJwks: [] as string[],
    keys: new Set<string>(),
  };
  for (const { name, content } of files.flatMap(layersOf)) {
    for (const { word, bytes } of sought) if (content.includes(bytes)) found.words.set(word, name);
    for (const mark of PICTURES)
      for (const at of placesOf(mark, content)) found.pictures.add(hex(content, at, 32));
    if (content.includes(PRIVATE_JWK)) found.privateJwks.push(name);
    for (const key of privateKeysIn(content)) found.keys.add(key);
  }
  return found;
}

/**
 * As V8 writes a string, with a byte or two for a letter; and as IndexedDB writes one in a key, with the two the other way
 * round: without the zero at the end (there at the beginning) it is the same.
 */
const spellings = (word: string): readonly Buffer[] => [
  Buffer.from(word, 'utf8'),
  Buffer.from(word, 'utf16le').subarray(0, -1),
];

/** The file, and what LevelDB keeps in it with what was packed into that. */
function layersOf(file: ProfileFile): readonly ProfileFile[] {
  const records = recordsOfLevelDb(file.name, file.content);
  if (records.length === 0) return [file];
  const content = Buffer.concat([...records, ...records.flatMap(unpackedValues)]);
  return [file, { name: `${file.name}, unpacked`, content }];
}

function unpackedValues(content: Buffer): readonly Buffer[] {
  return placesOf(PACKED_VALUE, content).flatMap(
    (at) => unsnappy(content.subarray(at + PACKED_VALUE.length)) ?? [],
  );
}

const privateKeysIn = (content: Buffer): readonly string[] =>
  placesOf(PUBLIC_HALF, content).map((at) => hex(content, at + PUBLIC_HALF.length, 64));

const hex = (bytes: Buffer, at: number, length: number) => bytes.subarray(at, at + length).toString('hex');

function placesOf(mark: Buffer, content: Buffer): readonly number[] {
  const places: number[] = [];
  for (let at = content.indexOf(mark); at >= 0; at = content.indexOf(mark, at + 1)) places.push(at);
  return places;
}

/** What `leaveOpen` left, in the words of `Found`. */
export interface LeftOpen {
  readonly picture: string;
  readonly key: string;
}

/**
 * Leaves in the browser's storage what nobody ought to leave there, for a control of the search itself. Runs in the page,
 * so that it has to bring everything along.
 */
export async function leaveOpen(word: string): Promise<LeftOpen> {
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('control', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('open');
    opening.onsuccess = () => resolve(opening.result);
  });
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
  const { privateKey, publicKey } = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
  const picture = new Uint8Array(32);
  picture.set([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46]);
  const transaction = database.transaction('open', 'readwrite', { durability: 'strict' });
  // Said often enough that the browser packs it.
  transaction.objectStore('open').put({ words: Array(500).fill(word), picture, privateKey }, `${word} 1`);
  await new Promise((resolve) => {
    transaction.oncomplete = resolve;
  });
  database.close();
  const hex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  // Uncompressed: a byte that says so, then x and y.
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)).subarray(1);
  return { picture: hex(picture), key: hex(point) };
}
