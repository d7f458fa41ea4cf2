import type { Card, CardId, CardReason } from '@jatidiri/core/card/model.ts';
import { printedText } from '@jatidiri/core/card/rules.ts';
import { toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { RecordingState, Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { changeWithin } from '../registry/index.ts';
import { insertCard, replaceCard } from './cardStore.ts';
import type { CardDeps } from './deps.ts';

const KINDS = {
  ordered: 'card/ordered',
  printing: 'card/claimed',
  printed: 'card/printed',
  handedOver: 'card/handed-over',
  spoiled: 'card/spoiled',
  replaced: 'card/replaced',
  cancelled: 'card/cancelled',
  withdrawn: 'card/withdrawn',
} as const satisfies Record<Card['state'], string>;

/** The next version of a card with its entry. */
export async function keepCard(deps: Tracing, sql: Sql, officer: Officer, card: Card): Promise<void> {
  await replaceCard(sql, card, await traced(deps, sql, officer, card));
}

interface Order {
  readonly id?: string;
  readonly resident: ResidentId;
  readonly state: 'ordered' | 'printing';
  readonly reason: CardReason;
  readonly policeReport?: string | null;
  readonly run?: Card['run'];
}

/** A new card; undefined when the person has one under way already. */
export async function addCard(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  order: Order,
): Promise<Card | undefined> {
  const card: Card = {
    policeReport: null,
    run: null,
    ...order,
    id: (order.id ?? deps.newId()) as CardId,
    office: officer.office.id,
    sent: 0,
    face: null,
  };
  const entry = await traced(deps, sql, officer, card);
  return (await insertCard(sql, card, entry)) ? card : undefined;
}

const traced = (deps: Tracing, sql: Sql, officer: Officer, { id, resident, state, reason }: Card) =>
  append(deps, sql, {
    kind: KINDS[state],
    subject: resident,
    actor: officerActor(officer),
    details: { card: id, reason },
  });

/** The record follows what became of the card. */
export function advanceRecord(
  deps: Pick<CardDeps, 'wilayah' | 'now' | 'newId'>,
  sql: Sql,
  officer: Officer,
  id: ResidentId,
  to: RecordingState,
) {
  return changeWithin(deps, sql, {
    id,
    change: { kind: 'recordingAdvanced', on: dayInKaltim(deps.now()), to },
    actor: officerActor(officer),
    reason: 'officeProcedure',
  });
}

/** Digest of what a card of this person prints today, words and picture. */
export async function faceOf(
  { suite }: Pick<CardDeps, 'suite'>,
  resident: Resident,
  photograph: Uint8Array | null,
): Promise<string> {
  const picture = photograph && toBase64url(await suite.sha256(new Uint8Array(photograph)));
  return toBase64url(await suite.sha256(utf8(printedText(resident, picture))));
}
