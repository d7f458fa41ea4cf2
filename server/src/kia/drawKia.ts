import type { CardRefusalCode } from '@jatidiri/core/card/refusals.ts';
import { kiaSide } from '@jatidiri/core/kia/kiaSide.ts';
import type { KiaCard, KiaFace } from '@jatidiri/core/kia/model.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { KiaCardRequest } from '@jatidiri/core/kia/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { cardPdf, claimBlank } from '../card/index.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { lockById } from '../registry/index.ts';
import { cardUnderWay, insertCard, lockCard, replaceCard } from './cardStore.ts';
import { digestOf, type FaceDeps, readFace } from './readFace.ts';
import { servedChild } from './servedChild.ts';

type Drawn<T> = Result<T, Refusal<KiaRefusalCode | CardRefusalCode>>;

/**
 * The valid KIA of a child as a print-ready PDF (ID-1 with its bleed), on a blank of this office. The same card again is for a
 * printer from which it has not come out, and takes no other blank; the trail says who sent it, each time.
 */
export async function drawKia(
  deps: FaceDeps,
  officer: Officer,
  { id, nik }: KiaCardRequest,
): Promise<Drawn<Buffer>> {
  const face = await deps.database.write(async (sql): Promise<Drawn<KiaFace>> => {
    const served = await servedChild(deps, sql, officer, nik);
    if (!served.ok) return served;
    const child = (await lockById(sql, served.value.id))!;
    const read = await readFace(deps, sql, officer, child);
    if (!read.ok) return read;
    const card = {
      id,
      child: child.id,
      office: officer.office.id,
      state: 'printing',
      face: await digestOf(deps, read.value),
    } as const;
    const sent = await sendToPrinter(deps, sql, officer, card);
    return sent.ok ? read : sent;
  });
  return face.ok ? ok(await cardPdf([kiaSide(face.value)], 'KIA', deps.now())) : face;
}

async function sendToPrinter(
  deps: FaceDeps,
  sql: Sql,
  officer: Officer,
  card: KiaCard,
): Promise<Drawn<undefined>> {
  const before = await lockCard(sql, card.id);
  if (before && (before.office !== card.office || before.child !== card.child))
    return refuse({ code: 'kia/card-unknown' });
  if (before && before.state !== 'printing') return refuse({ code: 'kia/card-moved-on' });
  if (!before && (await cardUnderWay(sql, card.child))) return refuse({ code: 'kia/card-under-way' });
  const claimed = before ? ok(undefined) : await claimBlank(sql, officer, 'kia');
  if (!claimed.ok) return claimed;
  const entry = await append(deps, sql, {
    kind: 'kia/card-drawn',
    subject: card.child,
    actor: officerActor(officer),
    details: { card: card.id },
  });
  await (before ? replaceCard : insertCard)(sql, card, entry);
  return ok(undefined);
}
