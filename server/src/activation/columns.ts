import type {
  Activation,
  ActivationId,
  Confirmation,
  DecisionReason,
  DeviceThumbprint,
  EndReason,
} from '@jatidiri/core/activation/model.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';

export interface ActivationRow {
  id: string;
  resident_id: string;
  state: Activation['state'];
  device_thumbprint: string;
  device_x: string;
  device_y: string;
  email: string | null;
  phone: string | null;
  shared_by: string | null;
  helper_id: string | null;
  domicile: string;
  selfie: string | null;
  officer: string | null;
  office: string | null;
  session: string | null;
  started_at: Date;
  expires_at: Date;
  attested_at: Date | null;
  activated_at: Date | null;
  confirmed_by: Confirmation | null;
  suspended_at: Date | null;
  closed_at: Date | null;
  reason: string | null;
}

export const COLUMNS = [
  'id',
  'resident_id',
  'state',
  'device_thumbprint',
  'device_x',
  'device_y',
  'email',
  'phone',
  'shared_by',
  'helper_id',
  'domicile',
  'selfie',
  'officer',
  'office',
  'session',
  'started_at',
  'expires_at',
  'attested_at',
  'activated_at',
  'confirmed_by',
  'suspended_at',
  'closed_at',
  'reason',
] as const satisfies readonly (keyof ActivationRow)[];

/** A row is an activation of its state, or the table was written by somebody else: then it is a fault. */
export function toActivation(row: ActivationRow): Activation {
  const common = {
    id: row.id as ActivationId,
    resident: row.resident_id as ResidentId,
    device: {
      thumbprint: row.device_thumbprint as DeviceThumbprint,
      jwk: { kty: 'EC', crv: 'P-256', x: row.device_x, y: row.device_y },
    },
    email: row.email === null ? null : new Personal<string, 'email'>(row.email),
    phone: row.phone === null ? null : new Personal<string, 'phone'>(row.phone),
    sharedBy: row.shared_by as DeviceThumbprint | null,
    helper: row.helper_id as ResidentId | null,
    domicile: row.domicile as WilayahCode,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
  } as const;
  const { state } = row;
  switch (state) {
    case 'dataVerified':
      return { ...common, state };
    case 'awaitingOfficer':
      return { ...common, state, selfie: present(row.selfie) };
    case 'attested':
      return { ...common, state, ...attested(row) };
    case 'active':
      return { ...common, state, ...attested(row), ...activated(row) };
    case 'suspended':
      return {
        ...common,
        state,
        ...attested(row),
        ...activated(row),
        suspendedAt: present(row.suspended_at),
      };
    case 'ended': {
      const ended = { endedAt: present(row.closed_at), reason: present(row.reason) as EndReason };
      return { ...common, state, ...attested(row), ...activated(row), ...ended };
    }
    case 'refused':
      return {
        ...common,
        state,
        selfie: present(row.selfie),
        officer: present(row.officer),
        office: present(row.office),
        refusedAt: present(row.closed_at),
        reason: present(row.reason) as DecisionReason,
      };
    case 'cancelled':
    case 'expired':
      return { ...common, state, selfie: row.selfie };
  }
}

/** What some states know and others do not. */
interface OfSomeStates {
  readonly id: ActivationId;
  readonly selfie?: string | null;
  readonly officer?: string;
  readonly office?: string;
  readonly session?: string | null;
  readonly attestedAt?: Date;
  readonly activatedAt?: Date;
  readonly confirmedBy?: Confirmation;
  readonly suspendedAt?: Date;
  readonly endedAt?: Date;
  readonly refusedAt?: Date;
  readonly reason?: string;
}

/** The values of COLUMNS, in their order. */
export function valuesOf(activation: Activation): unknown[] {
  const { id, resident, state, device, email, phone, sharedBy, helper, domicile, startedAt, expiresAt } =
    activation;
  const known: OfSomeStates = activation;
  return [
    id,
    resident,
    state,
    device.thumbprint,
    device.jwk.x,
    device.jwk.y,
    email?.reveal() ?? null,
    phone?.reveal() ?? null,
    sharedBy,
    helper,
    domicile,
    known.selfie ?? null,
    known.officer ?? null,
    known.office ?? null,
    known.session ?? null,
    startedAt,
    expiresAt,
    known.attestedAt ?? null,
    known.activatedAt ?? null,
    known.confirmedBy ?? null,
    known.suspendedAt ?? null,
    known.endedAt ?? known.refusedAt ?? null,
    known.reason ?? null,
  ];
}

function attested(row: ActivationRow) {
  return {
    selfie: present(row.selfie),
    officer: present(row.officer),
    office: present(row.office),
    session: row.session,
    attestedAt: present(row.attested_at),
  };
}

function activated(row: ActivationRow) {
  return { confirmedBy: present(row.confirmed_by), activatedAt: present(row.activated_at) };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('an activation row lacks what its state needs');
  return value;
}
