import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { findDemoOfficers, lockOfficer, replaceOfficerState } from './officerStore.ts';
import { admitDeviceKey } from './openSession.ts';

/**
 * A desk of a demonstration without a browser: the demonstration officer of a region, who from now on signs decisions
 * with this key too. Undefined where there is no such officer.
 */
export async function openDemoDesk(
  deps: Pick<OfficeDeps, 'database' | 'now' | 'newId' | 'suite'>,
  region: WilayahCode,
  jwk: PublicJwk,
): Promise<{ officer: Officer; deviceKey: string } | undefined> {
  const demo = (await findDemoOfficers(deps.database.read)).find(
    ({ office, role }) => office.wilayah === region && role === 'operator',
  );
  if (!demo) return undefined;
  return deps.database.write(async (sql) => {
    const officer = await lockOfficer(sql, demo.id);
    if (!officer || officer.state === 'suspended') return undefined;
    const device = await admitDeviceKey(deps, sql, officer, jwk);
    if (!device.ok) return undefined;
    if (officer.state === 'invited') {
      const entry = await append(deps, sql, {
        kind: 'office/demo-desk-opened',
        subject: null,
        actor: officerActor(officer),
        details: { device: device.value },
      });
      await replaceOfficerState(sql, officer.id, 'active', entry);
    }
    return { officer: { ...officer, state: 'active' }, deviceKey: device.value };
  });
}
