import type { IsoDate } from '../kit/date.ts';
import { isRecorded, type Resident } from '../registry/model.ts';
import { isWajibKtp } from '../registry/wajibKtp.ts';
import type { ActivationRefusalCode } from './refusals.ts';

/**
 * Why this resident cannot activate an IKD on that day, so that nobody travels in vain; undefined when nothing is in
 * the way. The precondition is a KTP-el owned *or recorded* (domain, "Activating IKD", 1).
 */
export function obstacle(resident: Resident, on: IsoDate): ActivationRefusalCode | undefined {
  if (resident.life.kind === 'deceased') return 'activation/deceased';
  if (resident.life.kind === 'movedOut') return 'activation/moved-out';
  if (resident.life.kind === 'annulled') return 'activation/record-annulled';
  if (!isWajibKtp(resident, on)) return 'activation/not-wajib-ktp';
  if (!isRecorded(resident.recording)) return 'activation/not-recorded';
  return undefined;
}
