import { ancestor, contains, type WilayahCode } from '../wilayah/model.ts';
import type { Action, Office, Role } from './model.ts';

const PERMITTED: Record<Role, readonly Action[]> = {
  operator: ['activation.lookup', 'activation.decide'],
  headOfOffice: [
    'activation.lookup',
    'activation.decide',
    'officer.list',
    'officer.invite',
    'officer.suspend',
  ],
  ministry: ['officer.list'],
};

export function may(role: Role, action: Action): boolean {
  return PERMITTED[role].includes(action);
}

/** Sources conflict on activation away from home, so it is a setting: whom an office may serve. */
export const SERVICE_AREAS = ['ownRegion', 'province', 'anywhere'] as const;
export type ServiceArea = (typeof SERVICE_AREAS)[number];

export function serves(office: Office, domicile: WilayahCode, area: ServiceArea): boolean {
  switch (area) {
    case 'ownRegion':
      return contains(office.wilayah, domicile);
    case 'province':
      return contains(ancestor(office.wilayah, 'provinsi'), domicile);
    case 'anywhere':
      return true;
  }
}
