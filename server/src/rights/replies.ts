import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Objection } from '@jatidiri/core/rights/model.ts';
import { factsOf, isContestable } from '@jatidiri/core/rights/rules.ts';
import type { ObjectionReply, ObjectionsReply, TrailReply } from '@jatidiri/core/rights/wire.ts';
import type { Trail } from './readTrail.ts';

/** Names instead of keys, for what people read. */
export interface Naming {
  readonly officeName: (id: string) => Promise<string | null>;
}

/** Whoever helped is somebody whom the reader knows and has named. */
export interface TrailNaming extends Naming {
  readonly residentName: (id: unknown) => Promise<string | null>;
}

type Facts = ReturnType<typeof factsOf>;

export async function toTrail({ entries, hasOlder }: Trail, naming: TrailNaming): Promise<TrailReply> {
  const shown = entries.map(async ({ entry, objection }) => ({
    id: entry.id,
    ...(await toFacts({ ...entry, ...factsOf(entry.details) }, naming)),
    ...(entry.kind === 'activation/helped' && { who: await naming.residentName(entry.details.helper) }),
    contestable: isContestable(entry),
    objection: objection && (await toObjection(objection, naming)),
  }));
  return { entries: await Promise.all(shown), hasOlder };
}

export async function toObjections(
  objections: readonly Objection[],
  naming: Naming,
): Promise<ObjectionsReply> {
  const shown = objections.map(async (objection) => ({
    ...(await toObjection(objection, naming)),
    contested: await toFacts(objection.contested, naming),
  }));
  return { objections: await Promise.all(shown) };
}

export async function toObjection(objection: Objection, { officeName }: Naming): Promise<ObjectionReply> {
  const { id, reason, note, openedAt, dueAt, answer } = objection;
  return {
    id,
    reason,
    note,
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    answer: answer && {
      outcome: answer.outcome,
      text: answer.text,
      office: await officeName(answer.office),
      at: answer.at.toISOString(),
    },
  };
}

async function toFacts(
  entry: { readonly kind: string; readonly at: Date; readonly actor: Actor } & Facts,
  { officeName }: Naming,
) {
  const { kind, at, actor, purpose, institution, elements } = entry;
  const who = actor.kind === 'officer' ? await officeName(actor.office) : institution;
  return { kind, at: at.toISOString(), actor: actor.kind, who, purpose, elements: [...elements] };
}
