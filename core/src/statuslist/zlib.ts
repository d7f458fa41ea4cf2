import { type Bytes, concat } from '../kit/bytes.ts';

/** Undoes DEFLATE in its ZLIB wrapping (RFC 1950). Throws for other data and beyond `maxBytes`: a small token may hide a huge list. */
export type Inflate = (data: Uint8Array, maxBytes: number) => Bytes | Promise<Bytes>;

/** DEFLATE in its ZLIB wrapping; the specification recommends the highest level (Token Status List, section 4.1). */
export type Deflate = (data: Uint8Array) => Bytes | Promise<Bytes>;

/** `Inflate` on the web's streams, for browsers and Node alike. */
export const webInflate: Inflate = async (data, maxBytes) => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const inflated = new Blob([data as Bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
  for (const reader = inflated.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return concat(...chunks);
    length += value.length;
    if (length > maxBytes) {
      await reader.cancel();
      throw new RangeError('inflates beyond the limit');
    }
    chunks.push(value);
  }
};
