import { unsnappy, varint } from './snappy.ts';

// What lies in the files of a LevelDB (google/leveldb, doc/log_format.md and doc/table_format.md), also what has been
// deleted and not yet rewritten: how somebody with the disk reads a browser's storage.

/** Keys and values of a `.log` or `.ldb`, put together and unpacked; of any other file nothing. */
export function recordsOfLevelDb(name: string, content: Buffer): readonly Buffer[] {
  if (name.endsWith('.log')) return recordsOfLog(content);
  return name.endsWith('.ldb') && content.subarray(-8).equals(MAGIC) ? recordsOfTable(content) : [];
}

const BLOCK = 32_768;
const HEADER = 7;
const TYPE = { full: 1, first: 2, last: 4 } as const;

/** A log's batches, which may be spread over several blocks. */
function recordsOfLog(log: Buffer): readonly Buffer[] {
  const records: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let at = 0; at + HEADER <= log.length; ) {
    const left = BLOCK - (at % BLOCK);
    const [length, type] = [log.readUInt16LE(at + 4), log[at + 6]!];
    if (left < HEADER || type === 0) {
      at += left;
      continue;
    }
    if (type === TYPE.full || type === TYPE.first) parts = [];
    parts.push(log.subarray(at + HEADER, at + HEADER + length));
    if (type === TYPE.full || type === TYPE.last) records.push(Buffer.concat(parts));
    at += HEADER + length;
  }
  return records;
}

const MAGIC = Buffer.from('57fb808b247547db', 'hex');
const FOOTER = 48;
type Handle = readonly [offset: number, size: number];

function recordsOfTable(table: Buffer): readonly Buffer[] {
  const footer = table.subarray(-FOOTER);
  const [, afterOffset] = varint(footer, 0);
  const [, metaEnd] = varint(footer, afterOffset);
  const index = blockAt(table, handleIn(footer, metaEnd));
  return entriesOf(index).flatMap(({ value }) =>
    entriesOf(blockAt(table, handleIn(value, 0))).map((entry) => Buffer.concat([entry.key, entry.value])),
  );
}

function handleIn(bytes: Buffer, at: number): Handle {
  const [offset, next] = varint(bytes, at);
  return [offset, varint(bytes, next)[0]];
}

function blockAt(table: Buffer, [offset, size]: Handle): Buffer {
  const block = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? (unsnappy(block) ?? Buffer.alloc(0)) : block;
}

/** Each key says how much of it the one before had as well. */
function entriesOf(block: Buffer): readonly { readonly key: Buffer; readonly value: Buffer }[] {
  if (block.length < 4) return [];
  const end = block.length - 4 * (1 + block.readUInt32LE(block.length - 4));
  const entries: { key: Buffer; value: Buffer }[] = [];
  for (let at = 0; at < end; ) {
    const [shared, afterShared] = varint(block, at);
    const [own, afterOwn] = varint(block, afterShared);
    const [size, start] = varint(block, afterOwn);
    const before = entries.at(-1)?.key.subarray(0, shared) ?? Buffer.alloc(0);
    const key = Buffer.concat([before, block.subarray(start, start + own)]);
    at = start + own + size;
    entries.push({ key, value: block.subarray(start + own, at) });
  }
  return entries;
}
