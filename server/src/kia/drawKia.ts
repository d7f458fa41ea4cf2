import { kiaSide } from '@jatidiri/core/kia/kiaSide.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import { holdsKia } from '@jatidiri/core/registry/kia.ts';
import type { Nik } from '@jatidiri/core/registry/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import { cardPdf } from '../card/index.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { familyOf, findByNik } from '../registry/index.ts';
import type { KiaDeps } from './issueKia.ts';
import { findPhotograph } from './photographStore.ts';

export interface DrawDeps extends KiaDeps {
  readonly demo: boolean;
}

/** The valid KIA of a child as a print-ready PDF (ID-1 with its bleed); the trail says who drew it. */
export async function drawKia(
  deps: DrawDeps,
  officer: Officer,
  nik: Nik,
): Promise<Result<Buffer, Refusal<KiaRefusalCode>>> {
  type Face = Result<Parameters<typeof kiaSide>[0], Refusal<KiaRefusalCode>>;
  const face = await deps.database.write(async (sql): Promise<Face> => {
    const child = await findByNik(sql, nik);
    if (!child) return refuse({ code: 'kia/child-unknown', field: 'nik' });
    if (!serves(officer.office, child.domicile, deps.serviceArea))
      return refuse({ code: 'kia/outside-region', field: 'nik' });
    if (!holdsKia(child.kia, dayInKaltim(deps.now()))) return refuse({ code: 'kia/no-card' });
    const sealed = child.kia.form === 'from5' ? await findPhotograph(sql, child.id) : undefined;
    if (child.kia.form === 'from5' && !sealed) return refuse({ code: 'kia/photograph-missing' });
    const head = (await familyOf(sql, child.noKk)).find(({ relation }) => relation === 'head');
    await append(deps, sql, {
      kind: 'kia/card-drawn',
      subject: child.id,
      actor: officerActor(officer),
      details: { form: child.kia.form },
    });
    return ok({
      record: child,
      kia: child.kia,
      place: placeNames(deps.wilayah, child.domicile),
      headOfFamily: head?.name ?? null,
      photograph: sealed ? new Personal(new Uint8Array(deps.photographs.open(sealed, child.id))) : null,
      specimen: deps.demo,
    });
  });
  return face.ok ? ok(await cardPdf([kiaSide(face.value)], 'KIA', deps.now())) : face;
}
