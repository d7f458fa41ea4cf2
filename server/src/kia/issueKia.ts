import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { KiaReply, KiaRequest } from '@jatidiri/core/kia/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { ServiceArea } from '@jatidiri/core/office/rules.ts';
import { holdsKia, isKiaChild, kiaFormOn } from '@jatidiri/core/registry/kia.ts';
import type { Kia, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { RegistryRefusalCode } from '@jatidiri/core/registry/refusals.ts';
import sharp from 'sharp';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { Sealer } from '../platform/keys/sealer.ts';
import { changeWithin } from '../registry/index.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { putPhotograph } from './photographStore.ts';
import { servedChild } from './servedChild.ts';

export interface KiaDeps extends Tracing {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly serviceArea: ServiceArea;
  readonly photographs: Sealer;
}

type Issued = Result<KiaReply, Refusal<KiaRefusalCode | RegistryRefusalCode>>;

const SMALLEST = { width: 300, height: 400 };
/** As it is kept and printed. */
const KEPT = { width: 600, height: 800 };

/** Issues or renews a KIA in the form that fits the child's age; the one from five on with its photograph, which may be taken again. */
export async function issueKia(
  deps: KiaDeps,
  officer: Officer,
  { nik, photograph }: KiaRequest,
): Promise<Issued> {
  const picture = photograph === null ? null : await fitPhotograph(photograph);
  if (picture === undefined) return refuse({ code: 'kia/photograph-unfit', field: 'photograph' });
  return deps.database.write(async (sql): Promise<Issued> => {
    const served = await servedChild(deps, sql, officer, nik);
    if (!served.ok) return served;
    const child = served.value;
    const on = dayInKaltim(deps.now());
    const form = kiaFormOn(child, on);
    if (
      picture &&
      form === 'from5' &&
      isKiaChild(child, on) &&
      holdsKia(child.kia, on) &&
      child.kia.form === form
    )
      return retake(deps, sql, officer, child.id, picture, child.kia);
    if (form === 'from5' && picture === null && isKiaChild(child, on))
      return refuse({ code: 'kia/photograph-missing', field: 'photograph' });
    const issued = await changeWithin(deps, sql, {
      id: child.id,
      change: { kind: 'kiaIssued', on, form },
      actor: officerActor(officer),
      reason: 'residentRequest',
    });
    if (!issued.ok) return issued;
    if (picture && form === 'from5')
      putPhotograph(sql, child.id, deps.photographs.seal(picture, child.id), deps.now());
    return ok({ form, until: issued.value.kia!.until });
  });
}

/** The card stays, with another photograph: the first was of a twin, or went with a death that was none. */
async function retake(
  deps: KiaDeps,
  sql: Sql,
  officer: Officer,
  child: ResidentId,
  picture: Uint8Array,
  { form, until }: Kia,
): Promise<Issued> {
  putPhotograph(sql, child, deps.photographs.seal(picture, child), deps.now());
  const actor = officerActor(officer);
  await append(deps, sql, { kind: 'kia/photograph-replaced', subject: child, actor, details: {} });
  return ok({ form, until });
}

/** Cut to three to four; undefined for what is no such picture. */
async function fitPhotograph(base64url: string): Promise<Buffer | undefined> {
  try {
    const image = sharp(Buffer.from(base64url, 'base64url'), { limitInputPixels: 40_000_000 });
    const { format, width, height } = await image.metadata();
    if ((format !== 'jpeg' && format !== 'webp') || width < SMALLEST.width || height < SMALLEST.height)
      return undefined;
    return await image
      .rotate()
      .resize(KEPT.width, KEPT.height, { fit: 'cover', position: 'top', withoutEnlargement: true })
      .jpeg({ quality: 85 })
      .toBuffer();
  } catch {
    return undefined;
  }
}
