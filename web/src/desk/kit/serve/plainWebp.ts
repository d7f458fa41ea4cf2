import { type Bytes, concat } from '@jatidiri/core/kit/bytes.ts';

const FOUR = 4;
const HEADER = 12;
const CHUNK_HEADER = 8;

/**
 * Of a WebP file (RFC 9649) the picture alone: Chromium writes a colour profile along that is larger than a small
 * portrait. Undefined for what has no lossy picture in it.
 */
export function plainWebp(file: Bytes): Bytes | undefined {
  if (textAt(file, 0) !== 'RIFF' || textAt(file, 8) !== 'WEBP') return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = HEADER; at + CHUNK_HEADER <= file.length; ) {
    const size = view.getUint32(at + FOUR, true);
    // Chunks begin at even places.
    const end = at + CHUNK_HEADER + size + (size % 2);
    if (textAt(file, at) === 'VP8 ') return riff(file.subarray(at, Math.min(end, file.length)));
    at = end;
  }
  return undefined;
}

function riff(chunk: Uint8Array): Bytes {
  const header = new Uint8Array(HEADER);
  header.set([...'RIFF'].map((letter) => letter.charCodeAt(0)));
  new DataView(header.buffer).setUint32(FOUR, chunk.length + FOUR, true);
  header.set(
    [...'WEBP'].map((letter) => letter.charCodeAt(0)),
    CHUNK_HEADER,
  );
  return concat(header, chunk);
}

const textAt = (file: Uint8Array, at: number): string => String.fromCharCode(...file.subarray(at, at + FOUR));
