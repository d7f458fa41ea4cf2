import {
  fieldApplicationIn,
  isFieldApplication,
  verifyFieldApplication,
} from '@jatidiri/core/field/fieldApplication.ts';
import type { FieldApplication } from '@jatidiri/core/field/model.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { KitResident } from '@jatidiri/core/field/wire.ts';
import { fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { findCarried } from '../carried/carried.ts';
import { voidedNumbers } from '../entries/countDay.ts';
import { type DecidedEntry, isDecided } from '../entries/writtenEntry.ts';
import type { OpenedKit } from '../openKitContext.ts';

/** Whoever stands before the officer: what the telephone handed over, and what the kit carries. In memory alone. */
export interface Serving {
  /** As it was handed over: a compact JWS. */
  readonly signed: string;
  readonly application: FieldApplication;
  readonly carried: KitResident | undefined;
  /** What this kit decided about this NIK before, and did not take back. */
  readonly earlier: DecidedEntry | undefined;
}

/** What is worth a second look before an approval. */
export type Concern = 'nameDiffers' | 'notRecorded' | 'activeElsewhere';

type Received = Result<Serving, Refusal<FieldRefusalCode>>;

/** What the camera collected: the text of a field application, whole. */
export async function receiveApplication(data: Uint8Array, opened: OpenedKit): Promise<Received> {
  try {
    return await receiveText(fromUtf8(data), opened);
  } catch {
    return refuse({ code: 'field/qr-other-system' });
  }
}

export async function receiveText(text: string, { kit, open, journal }: OpenedKit): Promise<Received> {
  if (!isFieldApplication(text)) return refuse({ code: 'field/qr-other-system' });
  const signed = fieldApplicationIn(text);
  if (!signed.ok) return signed;
  const application = await verifyFieldApplication(signed.value, webSuite(crypto.subtle));
  if (!application.ok) return application;
  const nik = application.value.nik.reveal();
  const voided = voidedNumbers(journal.entries.value);
  const earlier = journal.entries.value
    .filter(isDecided)
    .findLast((entry) => entry.act.nik === nik && !voided.has(entry.n));
  const carried = await findCarried(kit.store, open.keys, nik);
  return ok({ signed: signed.value, application: application.value, carried, earlier });
}

export function concernsAbout({ application, carried }: Serving): readonly Concern[] {
  if (!carried) return [];
  const named = sameName(application.name, new Personal<string, 'name'>(carried.name));
  return [
    ...(named ? [] : (['nameDiffers'] as const)),
    ...(carried.recorded ? [] : (['notRecorded'] as const)),
    ...(carried.active ? (['activeElsewhere'] as const) : []),
  ];
}
