import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import {
  type KiaPassesReply,
  type KiaPassesRequest,
  MOST_PASSES_A_DAY,
} from '@jatidiri/core/issuance/familyWire.ts';
import type { Validity } from '@jatidiri/core/issuance/validity.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import { kiaOf, passValidity, untilEndOf } from './familyCards.ts';
import { activeOrRefused, holdOn, type Outcome } from './issuable.ts';
import type { IssueDeps } from './issueIkd.ts';
import { signPasses } from './signFamily.ts';
import { countPasses, type Place, randomIndex, takePlaces } from './statusStore.ts';

/**
 * Passes of a child's KIA, for a guardian's wallet to show one at each counter: with a key and an entry of the status list
 * of its own, none says that it comes from the telephone of another. Withdrawn as the KIA is.
 */
export async function issuePasses(
  deps: IssueDeps,
  device: ProvenDevice,
  { nik, keys }: KiaPassesRequest,
): Promise<Outcome<KiaPassesReply>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  type Placed = Outcome<{ band: KiaForm; validity: Validity; places: readonly Place[] }>;
  const placed = await deps.database.write(async (sql): Promise<Placed> => {
    const active = await holdOn(sql, found.value, device);
    if (!active.ok) return active;
    const { id } = active.value;
    const held = (await kiaOf(deps, sql, active.value)).find(
      ([child]) => child.nik.reveal() === nik.reveal(),
    );
    if (!held) return refuse({ code: 'issuance/no-kia', field: 'nik' });
    const [child, kia] = held;
    const validity = untilEndOf(kia, passValidity(deps));
    if ((await countPasses(sql, id, validity.issuedAt)) + keys.length > MOST_PASSES_A_DAY)
      return refuse({ code: 'issuance/too-many-passes' });
    const random = () => randomIndex(deps.random);
    const what = { kind: 'kiaPass', child: child.id } as const;
    const places = await takePlaces(
      sql,
      { activation: id, response: null },
      validity,
      keys.length,
      random,
      what,
    );
    await append(deps, sql, {
      kind: 'issuance/kia-passes-issued',
      subject: child.id,
      actor: { kind: 'resident', device: device.thumbprint },
      details: { activation: id, passes: keys.length },
    });
    return ok({ band: kia.form, validity, places });
  });
  if (!placed.ok) return placed;
  const { band, validity, places } = placed.value;
  const passes = await signPasses(await deps.currentIssuer(), band, validity, keys, places);
  return ok({ passes, validUntil: validity.expiresAt.toISOString() });
}
