/**
 * Undoes Snappy (google/snappy, format_description.txt), in which Chromium keeps blocks of LevelDB and values of
 * IndexedDB. Undefined for bytes that are none.
 */
export function unsnappy(packed: Buffer): Buffer | undefined {
  const [size, start] = varint(packed, 0);
  if (size > 64 * 1024 * 1024) return undefined;
  const plain = Buffer.alloc(size);
  let [from, to] = [start, 0];
  while (to < size) {
    const tag = packed[from++];
    if (tag === undefined) return undefined;
    if ((tag & 3) === 0) {
      const extra = Math.max(0, (tag >> 2) - 59);
      const length = 1 + (extra === 0 ? tag >> 2 : little(packed, from, extra));
      from += extra;
      if (from + length > packed.length || to + length > size) return undefined;
      packed.copy(plain, to, from, from + length);
      [from, to] = [from + length, to + length];
      continue;
    }
    const [length, offset, more] = copyOf(packed, tag, from);
    from += more;
    if (offset === 0 || offset > to || to + length > size) return undefined;
    // Byte by byte: a copy may run into what it writes.
    for (let i = 0; i < length; i++, to++) plain[to] = plain[to - offset]!;
  }
  return plain;
}

/** Length, offset, and how many bytes say so. */
function copyOf(packed: Buffer, tag: number, at: number): readonly [number, number, number] {
  const length = 1 + (tag >> 2);
  switch (tag & 3) {
    case 1:
      return [4 + ((tag >> 2) & 7), ((tag >> 5) << 8) | (packed[at] ?? 0), 1];
    case 2:
      return [length, little(packed, at, 2), 2];
    default:
      return [length, little(packed, at, 4), 4];
  }
}

function little(bytes: Buffer, at: number, size: number): number {
  return at + size <= bytes.length ? bytes.readUIntLE(at, size) : Number.MAX_SAFE_INTEGER;
}

/** A number in sevens of bits, the lowest first, and where it ends. */
export function varint(bytes: Buffer, start: number): readonly [number, number] {
  let [value, at] = [0, start];
  for (let shift = 1; at < bytes.length; shift *= 128) {
    const byte = bytes[at++]!;
    value += (byte & 127) * shift;
    if (byte < 128) break;
  }
  return [value, at];
}
