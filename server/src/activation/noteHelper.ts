import { parseName } from '@jatidiri/core/activation/contact.ts';
import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import type { ApplicationRequest } from '@jatidiri/core/activation/wire.ts';
import type { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Nik, Resident } from '@jatidiri/core/registry/model.ts';
import { sameName } from '@jatidiri/core/registry/name.ts';
import { parseNik } from '@jatidiri/core/registry/nik.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik } from '../registry/index.ts';

/** Who is said to help, as the applicant wrote it down. */
export interface Helper {
  readonly nik: Nik;
  readonly name: Personal<string, 'name'>;
}

type Parsed = Result<Helper | null, Refusal<ActivationRefusalCode>>;

export function parseHelper(helper: ApplicationRequest['helper'], applicant: Nik): Parsed {
  if (!helper) return ok(null);
  const nik = parseNik(helper.nik);
  const name = parseName(helper.name);
  if (!nik.ok || !name.ok) return refuse({ code: 'activation/helper-unknown', field: 'helper' });
  if (nik.value.reveal() === applicant.reveal())
    return refuse({ code: 'activation/helper-is-applicant', field: 'helper' });
  return ok({ nik: nik.value, name: name.value });
}

/** The person who helps, when NIK and name are theirs; a wrong guess is written down with whom it was about. */
export async function findHelper(deps: Tracing, sql: Sql, helper: Helper): Promise<Resident | undefined> {
  const resident = await findByNik(sql, helper.nik);
  if (resident && sameName(helper.name, resident.name)) return resident;
  await append(deps, sql, {
    kind: 'activation/help-refused',
    subject: resident?.id ?? null,
    actor: { kind: 'stranger' },
    details: {},
  });
  return undefined;
}

/** Both see it: who was helped, by whom; and who is said to have helped, so that nobody is named without knowing. */
export async function noteHelp(
  deps: Tracing,
  sql: Sql,
  { id, resident }: Activation,
  helper: Resident,
  actor: Actor,
): Promise<void> {
  await append(deps, sql, {
    kind: 'activation/helped',
    subject: resident,
    actor,
    details: { activation: id, helper: helper.id },
  });
  await append(deps, sql, { kind: 'activation/helped-somebody', subject: helper.id, actor, details: {} });
}
