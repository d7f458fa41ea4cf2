import type { SpoiledReason, Stock } from '@jatidiri/core/card/model.ts';
import type { CardRefusalCode } from '@jatidiri/core/card/refusals.ts';
import { stockAfterStep } from '@jatidiri/core/kia/cardSteps.ts';
import type { KiaCard } from '@jatidiri/core/kia/model.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { KiaCardStepRequest } from '@jatidiri/core/kia/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { giveBlankBack, moveStock } from '../card/index.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { lockCard, replaceCard } from './cardStore.ts';
import { digestOf, type FaceDeps, readFace } from './readFace.ts';

type Stepped = Result<undefined, Refusal<KiaRefusalCode | CardRefusalCode>>;

/**
 * What became of a card: it came out of the printer, did not, was spoiled, or a guardian has it; never one that no longer says
 * what the record says. Said again, it changes nothing.
 */
export async function stepCard(
  deps: FaceDeps,
  officer: Officer,
  id: string,
  step: KiaCardStepRequest,
): Promise<Stepped> {
  return deps.database.write(async (sql): Promise<Stepped> => {
    const card = await lockCard(sql, id);
    if (card?.office !== officer.office.id) return refuse({ code: 'kia/card-unknown' });
    if (card.state === step.to) return ok(undefined);
    const by = stockAfterStep(card.state, step.to);
    if (!by) return refuse({ code: 'kia/card-moved-on' });
    if (step.to === 'handedOver' && !(await saysWhatTheRecordSays(deps, sql, officer, card)))
      return refuse({ code: 'kia/card-data-changed' });
    const counted = await countStep(deps, sql, officer, step, by);
    if (!counted.ok) return counted;
    const entry = await append(deps, sql, {
      kind: `kia/card-${step.to}`,
      subject: card.child,
      actor: officerActor(officer),
      details: { card: id },
    });
    await replaceCard(sql, { ...card, state: step.to }, entry);
    return ok(undefined);
  });
}

async function countStep(
  deps: FaceDeps,
  sql: Sql,
  officer: Officer,
  step: KiaCardStepRequest,
  by: Partial<Stock>,
): Promise<Stepped> {
  if (step.to === 'notPrinted') {
    await giveBlankBack(sql, officer, 'kia');
    return ok(undefined);
  }
  const note: SpoiledReason | '' = step.to === 'spoiled' ? step.reason : '';
  const move = { id: deps.newId(), card: 'kia', kind: step.to, quantity: 1, note, by } as const;
  return moveStock(deps, sql, officer, move);
}

async function saysWhatTheRecordSays(
  deps: FaceDeps,
  sql: Sql,
  officer: Officer,
  { child: id, face }: KiaCard,
): Promise<boolean> {
  const child = await findById(sql, id);
  const today = child && (await readFace(deps, sql, officer, child));
  return today?.ok === true && (await digestOf(deps, today.value)) === face;
}
