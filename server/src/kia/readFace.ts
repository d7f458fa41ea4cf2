import { printedOnKia } from '@jatidiri/core/kia/kiaSide.ts';
import type { KiaFace } from '@jatidiri/core/kia/model.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import { toBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import type { Sql } from '../platform/db/database.ts';
import { familyOf } from '../registry/index.ts';
import type { KiaDeps } from './issueKia.ts';
import { findPhotograph } from './photographStore.ts';

export interface FaceDeps extends KiaDeps {
  readonly suite: Pick<Suite, 'sha256'>;
  readonly demo: boolean;
}

/** What the valid KIA of a child prints today. */
export async function readFace(
  deps: FaceDeps,
  sql: Sql,
  officer: Officer,
  child: Resident,
): Promise<Result<KiaFace, Refusal<KiaRefusalCode>>> {
  if (!serves(officer.office, child.domicile, deps.serviceArea))
    return refuse({ code: 'kia/outside-region', field: 'nik' });
  if (!holdsKia(child.kia, dayInKaltim(deps.now()))) return refuse({ code: 'kia/no-card' });
  const sealed = child.kia.form === 'from5' ? await findPhotograph(sql, child.id) : undefined;
  if (child.kia.form === 'from5' && !sealed) return refuse({ code: 'kia/photograph-missing' });
  const head = (await familyOf(sql, child.noKk)).find(({ relation }) => relation === 'head');
  return ok({
    record: child,
    kia: child.kia,
    place: placeNames(deps.wilayah, child.domicile),
    headOfFamily: head?.name ?? null,
    photograph: sealed ? new Personal(new Uint8Array(deps.photographs.open(sealed, child.id))) : null,
    specimen: deps.demo,
  });
}

/** Digest of it, words and picture. */
export async function digestOf({ suite }: Pick<FaceDeps, 'suite'>, face: KiaFace): Promise<string> {
  const picture =
    face.photograph && toBase64url(await suite.sha256(new Uint8Array(face.photograph.reveal())));
  return toBase64url(await suite.sha256(utf8(printedOnKia(face, picture))));
}
