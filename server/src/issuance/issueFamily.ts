import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import { momentOfEnd } from '@jatidiri/core/kia/ending.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok } from '@jatidiri/core/kit/result.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { ancestor } from '@jatidiri/core/wilayah/model.ts';
import { findIdentityOnDevice, holdersAmong } from '../activation/index.ts';
import { deathsKnownTo } from '../family/index.ts';
import type { KiaPhotograph } from '../kia/index.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByIds } from '../registry/index.ts';
import { familyValidity, idsOf, kiaOf, kkOf, untilEndOf } from './familyCards.ts';
import { type Active, activeOrRefused, holdOn, type Outcome } from './issuable.ts';
import type { IssueDeps } from './issueIkd.ts';
import { type ChildToSign, type FamilyToSign, signFamily } from './signFamily.ts';
import { childrenCarried, keepPlace, randomIndex } from './statusStore.ts';

export interface IssueFamilyDeps extends IssueDeps {
  readonly kiaPhotograph: KiaPhotograph;
}

/**
 * Issues, or renews, the family card and the KIA of the children for whom the holder of this handset answers today. A
 * child who has an identity of its own shows that one.
 */
export async function issueFamily(
  deps: IssueFamilyDeps,
  device: ProvenDevice,
): Promise<Outcome<FamilyCredentialsReply>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  const read = await deps.database.write(async (sql): Promise<Outcome<FamilyToSign>> => {
    const active = await holdOn(sql, found.value, device);
    return active.ok ? ok(await readFamily(deps, sql, active.value)) : active;
  });
  return read.ok ? ok(await signFamily(deps, await deps.currentIssuer(), device.jwk, read.value)) : read;
}

async function readFamily(deps: IssueFamilyDeps, sql: Sql, identity: Active): Promise<FamilyToSign> {
  // An event holds everybody on a card: none slips in between what is read here and what is withdrawn after it.
  const { holder, members } = await kkOf(sql, identity);
  const validity = familyValidity(deps);
  const random = () => randomIndex(deps.random);
  const kk = await keepPlace(sql, identity.id, validity, random, { kind: 'kk', child: null });
  const children: ChildToSign[] = [];
  for (const [child, kia] of await kiaOf(deps, sql, identity)) {
    const ends = untilEndOf(kia, validity);
    const place = await keepPlace(sql, identity.id, ends, random, { kind: 'kia', child: child.id });
    await note(deps, sql, child, identity, 'issuance/kia-issued');
    const photograph = kia.form === 'from5' ? await deps.kiaPhotograph(sql, child.id) : null;
    children.push({ child, kia, place, validity: ends, photograph });
  }
  await note(deps, sql, holder, identity, 'issuance/kk-issued');
  return {
    members,
    kk,
    validity,
    children,
    domicile: holder.domicile,
    region: ancestor(holder.domicile, 'kabupatenKota'),
    grown: await grownOf(deps, sql, identity),
    deaths: await deathsKnownTo(sql, holder.id),
  };
}

/** Whose KIA this wallet carried until the seventeenth birthday: named until they have an identity of their own. */
async function grownOf(
  deps: IssueFamilyDeps,
  sql: Sql,
  { id }: Active,
): Promise<FamilyCredentialsReply['grown']> {
  const today = dayInKaltim(deps.now());
  const carried = await findByIds(sql, await childrenCarried(sql, id));
  const grown = carried.filter(
    ({ kia, life, maritalStatus }) =>
      kia?.form === 'from5' &&
      momentOfEnd(kia, today) === 'reached' &&
      life.kind === 'present' &&
      maritalStatus === 'neverMarried',
  );
  const own = await holdersAmong(sql, idsOf(grown));
  return grown
    .filter((child) => !own.has(child.id))
    .map(({ name, kia }) => ({ name: name.reveal(), on: kia!.until }));
}

function note(
  deps: IssueFamilyDeps,
  sql: Sql,
  subject: Resident,
  { id, device }: { id: ActivationId; device: Active['device'] },
  kind: string,
) {
  return append(deps, sql, {
    kind,
    subject: subject.id,
    actor: { kind: 'resident', device: device.thumbprint },
    details: { activation: id },
  });
}
