import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ApplicationStatus, LookupReply } from '@jatidiri/core/activation/wire.ts';
import { nikWarnings } from '@jatidiri/core/registry/nik.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { Applicant } from './lookUpApplicant.ts';

/** Names instead of keys, for what people read. */
export interface Naming {
  readonly wilayah: Pick<WilayahTree, 'find'>;
  readonly officeName: (id: string) => Promise<string | null>;
}

export async function toStatus(activation: Activation, { officeName }: Naming): Promise<ApplicationStatus> {
  const office = 'office' in activation ? await officeName(activation.office) : null;
  return {
    id: activation.id,
    state: activation.state,
    expiresAt: activation.expiresAt.toISOString(),
    hasEmail: activation.email !== null,
    office,
    refusedFor: activation.state === 'refused' ? activation.reason : null,
    endedFor: activation.state === 'ended' ? activation.reason : null,
  };
}

export function toLookup({ activation, record, helper }: Applicant, naming: Naming): LookupReply {
  return {
    activation: {
      id: activation.id,
      state: activation.state,
      device: activation.device.thumbprint,
      selfie: 'selfie' in activation ? activation.selfie : null,
      hasEmail: activation.email !== null,
      shared: activation.sharedBy !== null,
      helper: helper?.reveal() ?? null,
      startedAt: activation.startedAt.toISOString(),
      expiresAt: activation.expiresAt.toISOString(),
    },
    record: {
      nik: record.nik.reveal(),
      name: record.name.reveal(),
      birthPlace: record.birthPlace.reveal(),
      birthDate: record.birthDate.reveal(),
      sex: record.sex,
      maritalStatus: record.maritalStatus,
      religion: record.religion.reveal(),
      occupation: record.occupation,
      citizenship: record.citizenship.kind,
      address: record.address.reveal(),
      domicile: placeNames(naming.wilayah, record.domicile),
      noKk: record.noKk.reveal(),
      recording: record.recording,
    },
    warnings: nikWarnings(record),
  };
}
