import type { Disclosure, FullCard } from '../identityqr/model.ts';
import { Personal } from '../kit/personal.ts';
import type { IkdSubject } from './model.ts';

/** What this resident may show in an identity QR. "17 or older" is offered only where it is true. */
export function disclosuresOf(subject: IkdSubject): {
  fullCard: Disclosure;
  nameAndPhoto: Disclosure;
  over17?: Disclosure;
} {
  const portrait = subject.portraits.qr;
  return {
    fullCard: { kind: 'fullCard', card: toFullCard(subject), portrait },
    nameAndPhoto: { kind: 'nameAndPhoto', name: subject.record.name, portrait },
    ...(subject.isOver17 ? { over17: { kind: 'over17', portrait } } : {}),
  };
}

function toFullCard({ record, domicile }: IkdSubject): FullCard {
  const { nik, name, birthPlace, birthDate, sex, bloodType, religion, maritalStatus, occupation } = record;
  const { kelurahanDesa, kecamatan, kabupatenKota, provinsi } = domicile;
  const address = [record.address.reveal(), kelurahanDesa, kecamatan, kabupatenKota, provinsi].join('\n');
  return {
    nik,
    name,
    birthPlace,
    birthDate,
    sex,
    bloodType,
    address: new Personal(address),
    religion,
    maritalStatus,
    occupation,
    citizenship: record.citizenship.kind,
  };
}
