import type { DueKind } from '@jatidiri/core/kia/model.ts';
import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import type { DueReply } from '@jatidiri/core/kia/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { serves } from '@jatidiri/core/office/rules.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { childrenDue } from './dueStore.ts';
import type { KiaDeps } from './issueKia.ts';

const MOST = 100;

/** A work list of children; that it was opened, for which region and how many it named, is in the ledger. */
export async function listDue(
  deps: KiaDeps,
  officer: Officer,
  { within, kind }: { readonly within: WilayahCode; readonly kind: DueKind },
): Promise<Result<DueReply, Refusal<KiaRefusalCode>>> {
  if (!serves(officer.office, within, deps.serviceArea)) return refuse({ code: 'kia/outside-region' });
  return deps.database.write(async (sql) => {
    const found = await childrenDue(sql, within, kind, dayInKaltim(deps.now()), MOST + 1);
    const children = found.slice(0, MOST);
    await append(deps, sql, {
      kind: 'kia/list-opened',
      subject: null,
      actor: officerActor(officer),
      details: { within, list: kind, children: children.length },
    });
    return ok({
      children: children.map(({ domicile, ...child }) => ({
        ...child,
        kelurahanDesa: deps.wilayah.find(domicile)?.name ?? domicile,
      })),
      more: found.length > MOST,
    });
  });
}
