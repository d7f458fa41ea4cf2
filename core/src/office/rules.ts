import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { ancestor, contains, type WilayahCode } from '../wilayah/model.ts';
import type { Action, Office, Officer, Role } from './model.ts';
import type { OfficeRefusalCode } from './refusals.ts';

const PERMITTED: Record<Role, readonly Action[]> = {
  operator: [
    'activation.lookup',
    'activation.decide',
    'activation.end',
    'objection.answer',
    'service.work',
    'recording.read',
    'recording.capture',
    'card.print',
    'card.handOver',
    'family.record',
    'kia.issue',
    'programme.read',
    'outreach.read',
    'outreach.hold',
    'field.prepare',
    'field.bringHome',
    'field.settle',
  ],
  headOfOffice: [
    'activation.lookup',
    'activation.decide',
    'activation.end',
    'objection.answer',
    'service.work',
    'recording.read',
    'recording.capture',
    'recording.decide',
    'recording.unseal',
    'recording.schools',
    'card.print',
    'card.handOver',
    'card.stock',
    'family.record',
    'kia.issue',
    'family.correct',
    'kia.partners',
    'officer.list',
    'officer.invite',
    'officer.suspend',
    'programme.read',
    'programme.report',
    'programme.resolve',
    'programme.confirm',
    'outreach.read',
    'outreach.plan',
    'outreach.hold',
    'field.prepare',
    'field.bringHome',
    'field.settle',
    'field.release',
  ],
  ministry: [
    'officer.list',
    'partner.list',
    'partner.decide',
    'programme.read',
    'programme.report',
    'programme.resolve',
    'programme.target',
    'outreach.read',
  ],
};

export function may(role: Role, action: Action): boolean {
  return PERMITTED[role].includes(action);
}

/** A head of office answers for the officers of the own office; nobody suspends the own account by mistake. */
export function mayAnswerFor(
  head: Officer,
  other: Officer,
  change: 'invite' | 'suspend',
): Result<null, Refusal<OfficeRefusalCode>> {
  if (other.office.id !== head.office.id) return refuse({ code: 'office/other-office' });
  if (change === 'suspend' && other.id === head.id) return refuse({ code: 'office/own-account' });
  return ok(null);
}

/** Figures of a region are its office's, of those above it, and of the ministry. */
export function answersFor({ role, office }: Officer, region: WilayahCode): boolean {
  return role === 'ministry' || contains(office.wilayah, region);
}

const MINUTE_MS = 60_000;
/** A desk that nobody uses closes itself; and a working day is the longest that one sign-in lasts. */
export const SESSION_IDLE_MS = 30 * MINUTE_MS;
export const SESSION_LONGEST_MS = 12 * 60 * MINUTE_MS;
export const INVITATION_LASTS_MS = 24 * 60 * MINUTE_MS;
export const CEREMONY_LASTS_MS = 5 * MINUTE_MS;

export function sessionHolds(session: { startedAt: Date; lastSeenAt: Date }, now: Date): boolean {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  const age = now.getTime() - session.startedAt.getTime();
  return idle < SESSION_IDLE_MS && age < SESSION_LONGEST_MS;
}

/** Sources conflict on activation away from home, so it is a setting: whom an office may serve. */
export const SERVICE_AREAS = ['ownRegion', 'province', 'anywhere'] as const;
export type ServiceArea = (typeof SERVICE_AREAS)[number];

/** The region whose residents an office may serve; null: everybody. */
export function servedRegion({ wilayah }: Pick<Office, 'wilayah'>, area: ServiceArea): WilayahCode | null {
  switch (area) {
    case 'ownRegion':
      return wilayah;
    case 'province':
      return ancestor(wilayah, 'provinsi');
    case 'anywhere':
      return null;
  }
}

export function serves(office: Office, domicile: WilayahCode, area: ServiceArea): boolean {
  const region = servedRegion(office, area);
  return region === null || contains(region, domicile);
}
