import { ktpSide } from '@jatidiri/core/card/ktpSide.ts';
import type { Card, CardFace, CardId, RunId } from '@jatidiri/core/card/model.ts';
import { isPrintable } from '@jatidiri/core/card/rules.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { SIGNATURE_FRAME, signaturePath } from '@jatidiri/core/recording/signature.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import { lockCard, lockInRun, lockRun, replaceCard } from './cardStore.ts';
import { faceOf, keepCard } from './changeCard.ts';
import type { CardDeps, Carded } from './deps.ts';
import { cardPdf } from './drawing/cardPdf.ts';
import { cardSvg } from './drawing/cardSvg.ts';
import { giveBlankBack } from './moveStock.ts';

/**
 * The cards of a run as a PDF, a page each, for the printer. A second time only when somebody says that none came out: so no
 * card is printed twice unknowingly. Every sending is an entry of the person whose card it is.
 */
export async function sendRun(
  deps: CardDeps,
  officer: Officer,
  id: RunId,
  again: boolean,
): Promise<Carded<Buffer>> {
  return deps.database.write(async (sql): Promise<Carded<Buffer>> => {
    const run = await lockRun(sql, id);
    const cards = run?.office === officer.office.id ? await lockInRun(sql, id) : [];
    if (cards.length === 0) return refuse({ code: 'card/run-unknown' });
    if (!again && cards.some(({ sent }) => sent > 0)) return refuse({ code: 'card/sent-already' });
    const sides = [];
    for (const card of cards) {
      const resident = (await findById(sql, card.resident))!;
      const face = isPrintable(resident, dayInKaltim(deps.now()))
        ? await facing(deps, sql, officer, resident)
        : null;
      if (!face) {
        await takeOut(deps, sql, officer, card);
        continue;
      }
      sides.push(ktpSide(face));
      const sent = card.sent + 1;
      const entry = await append(deps, sql, {
        kind: 'card/sent-to-printer',
        subject: card.resident,
        actor: officerActor(officer),
        details: { card: card.id, time: sent },
      });
      await replaceCard(
        sql,
        { ...card, sent, face: await faceOf(deps, resident, face.photograph.reveal()) },
        entry,
      );
    }
    if (sides.length === 0) return refuse({ code: 'card/run-unknown' });
    return ok(await cardPdf(sides, 'KTP-el', deps.now()));
  });
}

/** Any other card is a wish or a memory: its id opens nobody’s record of today. */
const IN_HAND: ReadonlySet<Card['state']> = new Set(['printing', 'printed']);

/** One card as a picture, for the officer who has it in hand. */
export async function pictureCard(deps: CardDeps, officer: Officer, id: CardId): Promise<Carded<string>> {
  return deps.database.write(async (sql): Promise<Carded<string>> => {
    const card = await lockCard(sql, id);
    if (card?.office !== officer.office.id) return refuse({ code: 'card/unknown' });
    if (!IN_HAND.has(card.state)) return refuse({ code: 'card/not-in-this-state' });
    const resident = (await findById(sql, card.resident))!;
    await append(deps, sql, {
      kind: 'card/viewed',
      subject: card.resident,
      actor: officerActor(officer),
      details: { card: id },
    });
    const face = await facing(deps, sql, officer, resident);
    return face ? ok(cardSvg(ktpSide(face))) : refuse({ code: 'card/no-photograph' });
  });
}

/** Whoever died, moved away or has to be recorded anew since the run was made ready gets no card of it. */
async function takeOut(deps: CardDeps, sql: Sql, officer: Officer, card: Card): Promise<void> {
  await giveBlankBack(sql, officer, 'ktpEl');
  await keepCard(deps, sql, officer, { ...card, state: 'cancelled', run: null });
}

/** Null without a photograph: taken in another system, or withdrawn. */
async function facing(
  deps: CardDeps,
  sql: Sql,
  officer: Officer,
  record: Resident,
): Promise<CardFace | null> {
  const photograph = await deps.recordedPhotograph(sql, record.id);
  if (!photograph) return null;
  const strokes = await deps.recordedSignature(sql, record.id, officerActor(officer));
  return {
    record,
    place: placeNames(deps.wilayah, record.domicile),
    photograph: new Personal(photograph),
    signature: strokes && { path: new Personal(signaturePath(strokes.reveal())), frame: SIGNATURE_FRAME },
    printedOn: dayInKaltim(deps.now()),
    specimen: deps.demo,
  };
}
