import type { KiaRefusalCode } from '@jatidiri/core/kia/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { Nik, Resident } from '@jatidiri/core/registry/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';

/** A child of the region that the office serves; whoever tries a NIK without an outcome is written down. */
export async function servedChild(
  deps: Tracing & { readonly serviceArea: ServiceArea },
  sql: Sql,
  officer: Officer,
  nik: Nik,
): Promise<Result<Resident, Refusal<KiaRefusalCode>>> {
  const child = await findByNik(sql, nik);
  if (child && serves(officer.office, child.domicile, deps.serviceArea)) return ok(child);
  const code = child ? 'kia/outside-region' : 'kia/child-unknown';
  await append(deps, sql, {
    kind: 'kia/refused',
    subject: child?.id ?? null,
    actor: officerActor(officer),
    details: { code },
  });
  return refuse({ code, field: 'nik' });
}
