import type { Recovery } from '@jatidiri/core/recovery/model.ts';
import { MOST_CODES } from '@jatidiri/core/recovery/rules.ts';
import type { MoveLookupReply, RecoveryStatus, WatchReply } from '@jatidiri/core/recovery/wire.ts';
import type { Movable } from './moveAtDesk.ts';
import type { Watched } from './stopRecovery.ts';

export function toStatus(recovery: Recovery): RecoveryStatus {
  return {
    id: recovery.id,
    kind: recovery.kind,
    state: recovery.state,
    begunAt: recovery.begunAt.toISOString(),
    expiresAt: recovery.expiresAt.toISOString(),
    ripeAt: recovery.state === 'coolingOff' ? recovery.ripeAt.toISOString() : null,
    stoppedBy: recovery.state === 'stopped' ? recovery.by : null,
    mayResend: recovery.state === 'awaitingCode' && recovery.codes < MOST_CODES,
  };
}

export const toWatch = ({ recoveries, mayLift }: Watched): WatchReply => ({
  recoveries: recoveries.map(toStatus),
  mayLift,
});

export function toMoveLookup({ identity, device, hasPhotograph, record }: Movable): MoveLookupReply {
  return {
    activation: identity.id,
    device: device.thumbprint,
    kind: identity.device.thumbprint === device.thumbprint ? 'reset' : 'move',
    hasPhotograph,
    record: {
      nik: record.nik.reveal(),
      name: record.name.reveal(),
      birthPlace: record.birthPlace.reveal(),
      birthDate: record.birthDate.reveal(),
      address: record.address.reveal(),
    },
  };
}
