import type { IsoDate } from '../kit/date.ts';
import { isRecorded, type ResidentRecord } from './model.ts';
import type { RegistryRefusal } from './refusals.ts';

/**
 * What no record may say, however well each of its values is written: an event before birth or after the day
 * `validFrom` for which the record speaks, a value without the one it needs. Undefined when all is well.
 */
export function contradictionIn(record: ResidentRecord): RegistryRefusal | undefined {
  const { citizenship, life, firstMarriedOn, recordedOn } = record;
  const birth = record.birthDate.reveal();
  const happened = (on: IsoDate) => birth <= on && on <= record.validFrom;

  if (birth > record.validFrom) return contradictory('birthDate');
  if (firstMarriedOn !== null) {
    if (record.maritalStatus === 'neverMarried') return unexpected('firstMarriedOn');
    if (!happened(firstMarriedOn)) return contradictory('firstMarriedOn');
  }
  if (recordedOn !== null) {
    if (!isRecorded(record.recording)) return unexpected('recordedOn');
    if (!happened(recordedOn)) return contradictory('recordedOn');
  }
  if (citizenship.kind === 'wna' && citizenship.permitUntil < citizenship.permitFrom) {
    return contradictory('permitUntil');
  }
  if (life.kind !== 'present' && !happened(life.on)) return contradictory('lifeOn');
  return undefined;
}

function contradictory(field: string): RegistryRefusal {
  return { code: 'registry/date-contradictory', field };
}

function unexpected(field: string): RegistryRefusal {
  return { code: 'registry/value-unexpected', field };
}
