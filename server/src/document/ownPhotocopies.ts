import type { DocumentRefusalCode } from '@jatidiri/core/document/refusals.ts';
import { standingOf } from '@jatidiri/core/document/rules.ts';
import type { PhotocopyList } from '@jatidiri/core/document/wire.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import { activeOrRefused } from '../issuance/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { checksOf } from './checkStore.ts';
import { lockPhotocopy, photocopiesOf, putPhotocopy } from './photocopyStore.ts';

export interface OwnDeps extends Tracing {
  readonly database: Database;
}

type Answer<T> = Result<T, Refusal<DocumentRefusalCode>>;

/** Every photocopy of the resident on this handset, each with when it was looked at. */
export async function listPhotocopies(deps: OwnDeps, device: ProvenDevice): Promise<Answer<PhotocopyList>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  return deps.database.snapshot(async (sql) => {
    const copies = await photocopiesOf(sql, found.value.resident);
    const checks = await checksOf(
      sql,
      copies.map(({ id }) => id),
    );
    return ok({
      photocopies: copies.map((copy) => {
        const { id, recipient, purpose, until, claims, madeAt } = copy;
        const seen = checks.get(id);
        return {
          id,
          recipient,
          purpose,
          until,
          claims: [...(claims as PhotocopyList['photocopies'][number]['claims'])],
          madeAt: madeAt.toISOString(),
          standing: standingOf(copy, deps.now()).kind,
          checks: (seen?.newest ?? []).map((at) => at.toISOString()),
          checkCount: seen?.n ?? 0,
        };
      }),
    });
  });
}

/** Takes a photocopy back: whoever checks it from now on is told so, and its content is deleted. Twice is once. */
export async function withdrawPhotocopy(
  deps: OwnDeps,
  device: ProvenDevice,
  id: string,
): Promise<Answer<undefined>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  return deps.database.write(async (sql) => {
    const copy = await lockPhotocopy(sql, id);
    if (copy?.resident !== found.value.resident) return refuse({ code: 'document/photocopy-unknown' });
    if (copy.withdrawnAt) return ok(undefined);
    const entry = await append(deps, sql, {
      kind: 'document/photocopy-withdrawn',
      subject: copy.resident,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { photocopy: copy.id },
    });
    await putPhotocopy(sql, { ...copy, sealed: null, withdrawnAt: deps.now() }, entry);
    return ok(undefined);
  });
}
