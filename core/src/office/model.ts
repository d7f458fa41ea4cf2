import type { WilayahCode } from '../wilayah/model.ts';

export const ROLES = ['operator', 'headOfOffice', 'ministry'] as const;
/** `operator` serves people at the desk; `headOfOffice` also answers for the officers; `ministry` sets targets and admits institutions. */
export type Role = (typeof ROLES)[number];

export const ACTIONS = [
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
  'family.correct',
  'kia.issue',
  'kia.partners',
  'officer.list',
  'officer.invite',
  'officer.suspend',
  'partner.list',
  'partner.decide',
  'programme.read',
  'programme.report',
  'programme.resolve',
  'programme.confirm',
  'programme.target',
  'outreach.read',
  'outreach.plan',
  'outreach.hold',
  'field.prepare',
  'field.bringHome',
  'field.settle',
  'field.release',
] as const;
export type Action = (typeof ACTIONS)[number];

export interface Office {
  readonly id: string;
  readonly name: string;
  /** The region that the office serves. */
  readonly wilayah: WilayahCode;
}

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly office: Office;
  readonly state: 'invited' | 'active' | 'suspended';
}
