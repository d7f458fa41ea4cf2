import type { Activation } from '@jatidiri/core/activation/model.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Entry } from '@jatidiri/core/ledger/model.ts';
import type { Resident, ResidentId } from '@jatidiri/core/registry/model.ts';
import type { Objection } from '@jatidiri/core/rights/model.ts';
import { findSelfie } from '../activation/index.ts';
import { consentsOf, type OwnConsents } from '../consent/index.ts';
import { append, type Tracing, trailOf } from '../ledger/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { versionsOf } from '../registry/index.ts';
import { type Answered, requireHolder } from './holder.ts';
import { objectionsOf } from './store.ts';

export interface ExportDeps extends Tracing {
  readonly database: Database;
}

/** Everything that this installation holds about one person. */
export interface PersonalCopy {
  readonly madeAt: Date;
  /** Every version of the record, the newest first. */
  readonly records: readonly Resident[];
  readonly identity: Activation;
  readonly selfie: { readonly mediaType: string; readonly image: Uint8Array } | undefined;
  readonly consents: OwnConsents;
  readonly objections: readonly Objection[];
  /** The whole trail, newest first; the first entry is this copy itself. */
  readonly trail: readonly Entry[];
}

const PAGE = 500;

/** A copy of one's own data and of everything that was done with them (UU 27/2022 articles 7 and 13), for the holder alone. */
export async function exportData(deps: ExportDeps, device: ProvenDevice): Promise<Answered<PersonalCopy>> {
  return deps.database.write(async (sql) => {
    const holder = await requireHolder(sql, device);
    if (!holder.ok) return holder;
    const { resident, id } = holder.value;
    await append(deps, sql, {
      kind: 'rights/exported',
      subject: resident,
      actor: { kind: 'resident', device: device.thumbprint },
      details: {},
    });
    const [versions, selfie, consents, objections] = await Promise.all([
      versionsOf(sql, resident),
      findSelfie(sql, id),
      consentsOf(sql, resident),
      objectionsOf(sql, resident),
    ]);
    if (versions.length === 0) return refuse({ code: 'rights/no-identity' });
    return ok({
      madeAt: deps.now(),
      records: versions.map((version) => version.resident).toReversed(),
      identity: holder.value,
      selfie,
      consents,
      objections,
      trail: await wholeTrail(sql, resident),
    });
  });
}

async function wholeTrail(sql: Sql, resident: ResidentId): Promise<Entry[]> {
  const trail: Entry[] = [];
  for (;;) {
    const page = await trailOf(sql, resident, PAGE, trail.at(-1)?.id ?? null);
    trail.push(...page);
    if (page.length < PAGE) return trail;
  }
}
