import { compareTemplates } from '@jatidiri/core/face/compare.ts';
import { type FaceTemplate, templateFromBytes, templateToBytes } from '@jatidiri/core/face/model.ts';
import type { FaceRefusalCode } from '@jatidiri/core/face/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { SealingKeys } from '../platform/keys/sealer.ts';
import type { IndexAnswer, IndexQuestion } from './duplicatesThread.ts';
import { TEMPLATE_KEY, templateSealer } from './templateSealer.ts';
import {
  awaitTurn,
  dropTemplate,
  putTemplate,
  type SealedTemplate,
  templatesAfter,
  templatesOf,
} from './templateStore.ts';
import { threadPool } from './threadPool.ts';

/** Somebody else who was recorded and whose face is like the one that was asked about. */
export interface Alike {
  readonly resident: ResidentId;
  readonly distance: number;
}

/** One face against all recorded ones. What is found goes to an officer; nothing follows from it by itself. */
export interface Duplicates {
  /** Keeps a template, sealed; within the caller's transaction, beside its entry. `id`: the photograph it is made of. */
  remember(sql: Sql, id: string, resident: ResidentId, template: FaceTemplate): Promise<void>;
  forget(sql: Sql, id: string): Promise<void>;
  /** At most ten others, the most alike first. One search after another: held until the caller's transaction ends. */
  search(
    sql: Sql,
    template: FaceTemplate,
    self: ResidentId,
  ): Promise<Result<readonly Alike[], Refusal<FaceRefusalCode>>>;
  /** Takes in what was recorded since, or everything after a start; returns how many. */
  follow(): Promise<number>;
  close(): Promise<void>;
}

interface Deps {
  readonly database: Database;
  readonly keys: SealingKeys;
  /**
   * Up to where faces are alike: nearer than two pictures have to be when one person says who they are, because the new face
   * is held against everybody's (docs/decisions/0041).
   */
  readonly duplicateDistance: number;
}

const BATCH = 1_000;
/** Numbers below the last one that a slow transaction may still bring. */
const LATE = 200;
/** Looked at exactly, of those that the index takes to be nearest. */
const CANDIDATES = 100;
const SHOWN = 10;
const LONGEST_MS = 30_000;

/** All that templates were sealed with, in order: the thread has no key store. */
const secretsOf = (keys: SealingKeys): Buffer[] =>
  Array.from({ length: keys.newest(TEMPLATE_KEY) }, (_, i) => keys.secret(TEMPLATE_KEY, i + 1));

export function startDuplicates({ database, keys, duplicateDistance }: Deps): Duplicates {
  const sealer = templateSealer(keys);
  const thread = threadPool<IndexQuestion, IndexAnswer>({
    script: new URL('./duplicatesThread.ts', import.meta.url),
    threads: 1,
    queue: 256,
    longestMs: LONGEST_MS,
  });
  const nothing = { size: 0, last: 0, recent: [] as number[], ready: false };
  let taken = nothing;

  /** A thread that broke has forgotten everything: begin anew, and say so until it is done. */
  async function ask(question: IndexQuestion, size: number): Promise<IndexAnswer> {
    const asked = thread.ask(question);
    if (!asked) throw new Error('too many searches for faces wait');
    try {
      const answer = await asked;
      if (answer.size < size) throw new Error('the index of faces began anew');
      return answer;
    } catch (error) {
      taken = nothing;
      throw error;
    }
  }

  async function follow(): Promise<number> {
    const { size, last, recent } = taken;
    const rows = await templatesAfter(database.read, Math.max(0, last - LATE), recent, BATCH);
    if (rows.length > 0)
      await ask({ kind: 'add', templates: rows, secrets: secretsOf(keys) }, size + rows.length);
    const numbers = [...recent, ...rows.map(({ added }) => added)];
    const newest = Math.max(last, ...rows.map(({ added }) => added));
    taken = {
      size: size + rows.length,
      last: newest,
      recent: numbers.filter((number) => number > newest - LATE),
      ready: rows.length < BATCH,
    };
    return rows.length;
  }

  return {
    follow,
    close: thread.close,
    forget: dropTemplate,
    async remember(sql, id, resident, template) {
      await putTemplate(sql, { id, resident, sealed: sealer.seal(templateToBytes(template), id) });
    },
    async search(sql, template, self) {
      const { ready, size, last, recent } = taken;
      if (!ready) return refuse({ code: 'face/search-not-ready' });
      await awaitTurn(sql);
      const [known, fresh] = await Promise.all([
        size === 0 ? [] : nearestKnown(sql, template, size),
        templatesAfter(sql, Math.max(0, last - LATE), recent, BATCH),
      ]);
      return ok(alikeOf([...known, ...fresh], template, self));
    },
  };

  async function nearestKnown(sql: Sql, template: FaceTemplate, size: number): Promise<SealedTemplate[]> {
    const nearest = { kind: 'nearest', template: template.reveal(), limit: CANDIDATES } as const;
    const { ids } = await ask(nearest, size);
    // What was forgotten since is in the index still, and no longer here.
    return templatesOf(sql, ids);
  }

  function alikeOf(rows: readonly SealedTemplate[], template: FaceTemplate, self: ResidentId): Alike[] {
    const nearest = new Map<ResidentId, number>();
    for (const { id, resident, sealed } of rows) {
      if (resident === self) continue;
      const { distance } = compareTemplates(template, templateFromBytes(sealer.open(sealed, id)));
      if (distance <= duplicateDistance)
        nearest.set(resident, Math.min(distance, nearest.get(resident) ?? distance));
    }
    return [...nearest]
      .map(([resident, distance]) => ({ resident, distance }))
      .toSorted((one, other) => one.distance - other.distance)
      .slice(0, SHOWN);
  }
}
