import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { Entry } from '@jatidiri/core/ledger/model.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { factsOf } from '@jatidiri/core/rights/rules.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { toOwnConsents } from '../consent/index.ts';
import type { PersonalCopy } from './exportData.ts';
import { type Naming, toObjection } from './replies.ts';

export interface CopyNaming extends Naming {
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

export type CopyContent = Awaited<ReturnType<typeof copyContent>>;

/** The copy as JSON: here personal data come out, for the person they are about. */
export async function copyContent(copy: PersonalCopy, naming: CopyNaming) {
  return {
    madeAt: copy.madeAt.toISOString(),
    records: copy.records.map((record) => recordContent(record, naming)),
    identity: identityContent(copy.identity),
    consents: toOwnConsents(copy.consents, copy.madeAt),
    objections: await Promise.all(
      copy.objections.map(async (objection) => ({
        entry: objection.entry,
        ...(await toObjection(objection, naming)),
      })),
    ),
    trail: await Promise.all(copy.trail.map((entry) => entryContent(entry, naming))),
  };
}

function recordContent(record: Resident, { wilayah }: CopyNaming) {
  return {
    nik: record.nik.reveal(),
    noKk: record.noKk.reveal(),
    relation: record.relation,
    name: record.name.reveal(),
    sex: record.sex,
    birthPlace: record.birthPlace.reveal(),
    birthDate: record.birthDate.reveal(),
    maritalStatus: record.maritalStatus,
    firstMarriedOn: record.firstMarriedOn,
    religion: record.religion.reveal(),
    occupation: record.occupation,
    bloodType: record.bloodType,
    citizenship: record.citizenship,
    address: record.address.reveal(),
    domicile: { code: record.domicile, ...placeNames(wilayah, record.domicile) },
    recording: record.recording,
    recordedOn: record.recordedOn,
    kia: record.kia,
    life: record.life,
    validFrom: record.validFrom,
  };
}

function identityContent(identity: Activation) {
  return {
    id: identity.id,
    state: identity.state,
    handset: identity.device.thumbprint,
    email: identity.email?.reveal() ?? null,
    phone: identity.phone?.reveal() ?? null,
    startedAt: identity.startedAt.toISOString(),
    activatedAt: 'activatedAt' in identity ? identity.activatedAt.toISOString() : null,
  };
}

async function entryContent({ id, at, kind, actor, details }: Entry, { officeName }: CopyNaming) {
  const { institution, purpose, elements } = factsOf(details);
  const who = actor.kind === 'officer' ? await officeName(actor.office) : institution;
  return { id, at: at.toISOString(), kind, actor: actor.kind, who, purpose, elements, details };
}
