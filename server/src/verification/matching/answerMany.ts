import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Entry } from '@jatidiri/core/ledger/model.ts';
import { answerMatch, holds } from '@jatidiri/core/matching/answer.ts';
import type { MatchAnswer } from '@jatidiri/core/matching/model.ts';
import type { ParsedStatement } from '@jatidiri/core/matching/parseStatement.ts';
import type { MatchRefusalCode } from '@jatidiri/core/matching/refusals.ts';
import type { Purpose } from '@jatidiri/core/partner/model.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { appendMany, type Tracing } from '../../ledger/index.ts';
import { type PartnerCaller, recordUse } from '../../partner/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { findByNiks } from '../../registry/index.ts';
import { raiseAlarm } from './alarmStore.ts';
import { openTryBook, type TryBook, type TryKeys, tryKeys } from './matchTries.ts';

export interface AnswerDeps extends Tracing {
  readonly wilayah: Pick<WilayahTree, 'find'>;
  /** Under which NIKs are counted: a table of numbers that were tried must not be a list of NIKs. */
  readonly tryHmac: (text: string) => Buffer;
}

/** One statement of one partner, for one of its agreed purposes. */
export interface Asked extends ParsedStatement {
  readonly caller: PartnerCaller;
  readonly purpose: Purpose;
  /** Of which batch; null for a call of its own. */
  readonly batch: string | null;
}

export type Answered = Result<MatchAnswer, Refusal<MatchRefusalCode | PartnerAccessRefusalCode>>;
type NewEntry = Omit<Entry, 'id' | 'at'>;

/**
 * Answers a group of statements, of one partner or several, in the caller's transaction: wrong tries are counted, the
 * uses too, and each answer leaves one entry about the resident (or about nobody, when there is no such NIK). The
 * statements of SQL are the same whoever is found.
 */
export async function answerMany(deps: AnswerDeps, sql: Sql, group: readonly Asked[]): Promise<Answered[]> {
  const now = deps.now();
  const keysOf = tryKeys(deps.tryHmac, now);
  const keys = group.map(keysOf);
  const [residents, book] = await Promise.all([
    findByNiks(
      sql,
      group.map(({ nik }) => nik),
    ),
    openTryBook(sql, keys, now),
  ]);
  const given = group.map((asked, at) => give(deps, asked, residents, book, keys[at]!));
  const answers = await payFor(sql, group, given, now);
  book.write(sql);
  given.forEach(({ suspected }, at) => {
    const { partner, client } = group[at]!.caller;
    if (suspected && answers[at]!.ok) raiseAlarm(sql, partner.id, client.id, now);
  });
  appendMany(
    deps,
    sql,
    given.flatMap(({ entries }, at) => (answers[at]!.ok ? entries : [])),
  );
  return answers;
}

/** An answer, or why there is none, and what the ledger keeps of it. */
interface Given {
  readonly answer: Answered;
  readonly entries: readonly NewEntry[];
  /** With this one the partner's statements became mostly wrong. */
  readonly suspected: boolean;
}

function give(
  { wilayah }: AnswerDeps,
  asked: Asked,
  residents: ReadonlyMap<string, Resident>,
  book: TryBook,
  keys: TryKeys,
): Given {
  const refused = book.refusalOf(keys);
  if (refused) return { answer: refuse({ code: refused }), entries: [], suspected: false };

  const resident = isVisible(asked) ? residents.get(asked.nik.reveal()) : undefined;
  const { nameThreshold } = asked.caller.agreement.terms;
  const registered = resident && {
    record: resident,
    // Most statements name no region: the names are looked up for those that do.
    get domicile() {
      return placeNames(wilayah, resident.domicile);
    },
  };
  const answer = answerMatch(asked.statement, registered, nameThreshold);
  const exhausted = book.count(keys, holds(answer));
  const subject = resident?.id ?? null;
  const matched = { kind: 'verification/matched', subject, ...entryOf(asked) };
  const alarms = exhausted.map((tries) => ({
    kind: tries === 'partner' ? 'verification/probing-suspected' : 'verification/match-blocked',
    subject: tries === 'partner' ? null : subject,
    ...entryOf(asked),
  }));
  return { answer: ok(answer), entries: [matched, ...alarms], suspected: exhausted.includes('partner') };
}

/** The sandbox sees test residents and nobody else. */
function isVisible({ caller, nik }: Asked): boolean {
  return caller.environment === 'production' || isSandboxResident(nik);
}

/** Who, for what, which elements; no value, and nothing of the verdicts. */
function entryOf({ caller: { partner, environment }, purpose, statement, batch }: Asked) {
  return {
    actor: { kind: 'partner', partner: partner.id },
    details: {
      asker: partner.name,
      purpose: purpose.text.id,
      elements: ['name', ...statement.others.keys()],
      ...(batch === null ? {} : { batch }),
      ...(environment === 'sandbox' ? { environment } : {}),
    },
  } as const;
}

/** Counts the uses of each client at once; when its quota does not suffice for all, one by one as far as it goes. */
async function payFor(
  sql: Sql,
  group: readonly Asked[],
  given: readonly Given[],
  now: Date,
): Promise<Answered[]> {
  const answers = given.map(({ answer }) => answer);
  for (const places of placesByClient(group, answers)) {
    const { caller } = group[places[0]!]!;
    const paid = await recordUse(sql, caller, 'match', places.length, now);
    if (paid.ok) continue;
    for (const place of places) {
      const one = await recordUse(sql, caller, 'match', 1, now);
      if (!one.ok) answers[place] = one;
    }
  }
  return answers;
}

/** Where the answers to each client stand; in one order of clients, so that two groups never wait for each other in a circle. */
function placesByClient(group: readonly Asked[], answers: readonly Answered[]): number[][] {
  const answered = [...group.keys()].filter((at) => answers[at]!.ok);
  const byClient = Map.groupBy(answered, (at) => group[at]!.caller.client.id);
  return [...byClient].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, places]) => places);
}
