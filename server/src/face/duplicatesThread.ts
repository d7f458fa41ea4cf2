import { parentPort } from 'node:worker_threads';
import { templateFromBytes } from '@jatidiri/core/face/model.ts';
import { templateIndex } from '@jatidiri/core/face/templateIndex.ts';
import type { Sealer } from '../platform/keys/sealer.ts';
import { templateSealer } from './templateSealer.ts';
import { yieldToServer } from './yieldToServer.ts';

// All templates in memory, and one question at a time; the server's own thread stays free.

export type IndexQuestion =
  | {
      readonly kind: 'add';
      readonly templates: readonly { readonly id: string; readonly sealed: Uint8Array }[];
      /** What they may be sealed with, in the order of the keys' numbers. */
      readonly secrets: readonly Uint8Array[];
    }
  | { readonly kind: 'nearest'; readonly template: Float32Array; readonly limit: number };

/** How many templates the thread knows: fewer than it was given means that it began anew. */
export interface IndexAnswer {
  readonly size: number;
  readonly ids: readonly string[];
}

const ID_BYTES = 16;
const IDS_TOGETHER = 65_536;

yieldToServer();
const index = templateIndex();
/** Ids as bytes: as strings they would take as much memory as the templates. */
const ids: Buffer[] = [];

parentPort!.on('message', (question: IndexQuestion) => {
  const found = question.kind === 'add' ? add(question) : nearest(question.template, question.limit);
  parentPort!.postMessage({ size: index.size(), ids: found } satisfies IndexAnswer);
});

function add({ templates, secrets }: Extract<IndexQuestion, { kind: 'add' }>): string[] {
  const sealer = templateSealer({
    newest: () => secrets.length,
    secret: (_, number = 1) => Buffer.from(secrets[number - 1]!),
  });
  for (const { id, sealed } of templates) {
    const slot = index.add(open(sealer, id, sealed));
    if (slot % IDS_TOGETHER === 0) ids.push(Buffer.alloc(IDS_TOGETHER * ID_BYTES));
    ids.at(-1)!.write(id.replaceAll('-', ''), (slot % IDS_TOGETHER) * ID_BYTES, 'hex');
  }
  return [];
}

/** A template that does not open stops the search, and is named: to leave it out would be to miss somebody in silence. */
function open(sealer: Sealer, id: string, sealed: Uint8Array): Float32Array {
  try {
    return templateFromBytes(sealer.open(sealed, id)).reveal();
  } catch (cause) {
    throw new Error(`the face template ${id} does not open`, { cause });
  }
}

function nearest(template: Float32Array, limit: number): string[] {
  return index.nearest(template, limit).map((slot) => {
    const at = (slot % IDS_TOGETHER) * ID_BYTES;
    const hex = ids[Math.floor(slot / IDS_TOGETHER)]!.toString('hex', at, at + ID_BYTES);
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  });
}
