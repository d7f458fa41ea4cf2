import { createHash } from 'node:crypto';
import { sentenceOf } from '@jatidiri/core/coverage/contradictionSentence.ts';
import { type Contradiction, findContradictions } from '@jatidiri/core/coverage/contradictions.ts';
import type { PublishedFigure } from '@jatidiri/core/coverage/model.ts';
import type { ContradictionList } from '@jatidiri/core/coverage/programmeWire.ts';
import type { ProgrammeRefusalCode } from '@jatidiri/core/coverage/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { answersFor } from '@jatidiri/core/office/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import {
  allContradictions,
  insertContradictions,
  knownAmong,
  lockContradiction,
  putResolution,
} from './contradictionStore.ts';
import { publishedFigures } from './publishedStore.ts';
import { type ShareDeps, wajibKtpShares } from './shares.ts';

export interface ContradictionDeps extends Tracing, ShareDeps {
  readonly database: Database;
  readonly wilayah: WilayahTree;
}

/** Looks through all published figures and keeps what is new; the number of new ones. What was found stays. */
export async function keepContradictions(deps: ContradictionDeps): Promise<number> {
  return deps.database.write((sql) => keepNew(deps, sql));
}

/** The same within the caller's transaction. */
export async function keepNew(deps: ContradictionDeps, sql: Sql): Promise<number> {
  const found = (await contradictionsAmong(deps, sql, await publishedFigures(sql))).map((told) => ({
    id: idOf(told),
    told,
  }));
  const known = await knownAmong(
    sql,
    found.map(({ id }) => id),
  );
  const news = found.filter(({ id }) => !known.has(id));
  if (news.length === 0) return 0;
  const entry = await append(deps, sql, {
    kind: 'coverage/contradictions-found',
    subject: null,
    actor: { kind: 'system', task: 'contradictions' },
    details: { contradictions: news.map(({ id }) => id) },
  });
  await insertContradictions(sql, news, deps.now(), entry);
  return news.length;
}

export async function contradictionsAmong(
  deps: Omit<ContradictionDeps, 'database' | 'newId'>,
  sql: Sql,
  published: readonly PublishedFigure[],
): Promise<Contradiction[]> {
  return findContradictions({
    published,
    wajibKtpShare: await wajibKtpShares(deps, sql),
    childrenOf: (region) => deps.wilayah.childrenOf(region).map(({ code }) => code),
  });
}

/** Somebody says why it is so, or which value holds; it stays on the page with the reason. */
export async function resolveContradiction(
  deps: Tracing & Pick<ContradictionDeps, 'database'>,
  officer: Officer,
  id: string,
  reason: string,
): Promise<Result<undefined, Refusal<ProgrammeRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const known = await lockContradiction(sql, id);
    if (!known) return refuse({ code: 'coverage/contradiction-unknown' });
    if (!answersFor(officer, known.region)) return refuse({ code: 'coverage/region-not-yours' });
    if (known.resolution) return refuse({ code: 'coverage/contradiction-resolved' });
    const entry = await append(deps, sql, {
      kind: 'coverage/contradiction-resolved',
      subject: null,
      actor: officerActor(officer),
      details: { contradiction: id, reason },
    });
    await putResolution(sql, id, { reason, at: deps.now(), office: officer.office.id }, entry);
    return ok(undefined);
  });
}

export async function listContradictions(
  sql: Sql,
  { find }: Pick<WilayahTree, 'find'>,
): Promise<ContradictionList> {
  const nameOf = (region: WilayahCode) => find(region)?.name ?? region;
  return {
    contradictions: (await allContradictions(sql)).map(({ id, region, told, foundAt, resolution }) => ({
      id,
      kind: told.kind,
      region,
      regionName: nameOf(region),
      indicator: told.indicator,
      asOf: told.asOf,
      figures: told.figures,
      sentence: sentenceOf(told, nameOf(region)),
      foundAt: foundAt.toISOString(),
      resolution: resolution && { ...resolution, at: resolution.at.toISOString() },
    })),
  };
}

/** The same contradiction of the same figures is found once, whatever the estimate in it by now. */
function idOf({ kind, figures, ...told }: Contradiction): string {
  const part = 'part' in told ? told.part : '';
  return createHash('sha256')
    .update([kind, part, ...figures].join('\n'))
    .digest('hex')
    .slice(0, 24);
}
