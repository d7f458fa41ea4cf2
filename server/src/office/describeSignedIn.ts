import { ACTIONS } from '@jatidiri/core/office/model.ts';
import { may } from '@jatidiri/core/office/rules.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { OfficeDeps } from './deps.ts';
import type { SignedIn } from './requireOfficer.ts';

/** What a desk shows of its officer, and which actions it offers. */
export function describeSignedIn(
  { wilayah }: Pick<OfficeDeps, 'wilayah'>,
  { officer, deviceKey }: SignedIn,
): SignedInOfficer {
  const { id, name, role, office } = officer;
  const wilayahName = wilayah.find(office.wilayah)?.name ?? office.wilayah;
  return {
    officer: { id, name, role, office: { ...office, wilayahName } },
    may: ACTIONS.filter((action) => may(role, action)),
    deviceKey,
  };
}
