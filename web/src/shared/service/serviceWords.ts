import type {
  CERTIFICATES,
  CORRECTABLE,
  FAMILY_CARD_REASONS,
  RefusalReason,
  ServiceKind,
  ServiceState,
} from '@jatidiri/core/service/model.ts';
import type { OwnRequests } from '@jatidiri/core/service/wire.ts';
import { dictionary } from '../i18n.ts';

type Shown = Pick<OwnRequests['requests'][number], 'wish' | 'regionName'>;

const kindsId: Record<ServiceKind, string> = {
  move: 'Pindah alamat',
  newFamilyCard: 'KK baru',
  certificate: 'Kutipan akta',
  correction: 'Perbaikan data',
};
const kindsEn: typeof kindsId = {
  move: 'Move to another address',
  newFamilyCard: 'New family card (KK)',
  certificate: 'Certificate',
  correction: 'Correction of data',
};
const statesId: Record<ServiceState, string> = {
  waiting: 'Menunggu petugas',
  inHand: 'Sedang ditangani',
  needsMore: 'Perlu dilengkapi',
  done: 'Selesai',
  refused: 'Ditolak',
  withdrawn: 'Ditarik',
};
const statesEn: typeof statesId = {
  waiting: 'Waiting for an officer',
  inHand: 'In hand',
  needsMore: 'Something is missing',
  done: 'Done',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
};
const cardReasonsId: Record<(typeof FAMILY_CARD_REASONS)[number], string> = {
  lost: 'KK hilang',
  damaged: 'KK rusak',
  split: 'Pisah KK',
  dataChanged: 'Data anggota berubah',
};
const cardReasonsEn: typeof cardReasonsId = {
  lost: 'The card is lost',
  damaged: 'The card is damaged',
  split: 'A card of one’s own',
  dataChanged: 'Data of a member changed',
};
const certificatesId: Record<(typeof CERTIFICATES)[number], string> = {
  birth: 'Akta kelahiran',
  marriage: 'Akta perkawinan',
  divorce: 'Akta perceraian',
  death: 'Akta kematian',
};
const certificatesEn: typeof certificatesId = {
  birth: 'Birth certificate',
  marriage: 'Marriage certificate',
  divorce: 'Divorce certificate',
  death: 'Death certificate',
};
const partsId: Record<(typeof CORRECTABLE)[number], string> = {
  name: 'Nama',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  sex: 'Jenis kelamin',
  religion: 'Agama',
  maritalStatus: 'Status perkawinan',
  occupation: 'Pekerjaan',
  bloodType: 'Golongan darah',
  address: 'Alamat',
  other: 'Lainnya',
};
const partsEn: typeof partsId = {
  name: 'Name',
  birthPlace: 'Place of birth',
  birthDate: 'Date of birth',
  sex: 'Sex',
  religion: 'Religion',
  maritalStatus: 'Marital status',
  occupation: 'Occupation',
  bloodType: 'Blood type',
  address: 'Address',
  other: 'Something else',
};
const reasonsId: Record<RefusalReason, string> = {
  documentUnreadable: 'Foto dokumen tidak terbaca',
  documentMissing: 'Dokumen kurang',
  notEntitled: 'Bukan hak pemohon',
  otherOffice: 'Wewenang kantor lain',
  courtNeeded: 'Perlu penetapan pengadilan',
  notTrue: 'Tidak sesuai data',
  other: 'Alasan lain',
};
const reasonsEn: typeof reasonsId = {
  documentUnreadable: 'A paper cannot be read',
  documentMissing: 'A paper is missing',
  notEntitled: 'The applicant is not entitled',
  otherOffice: 'Another office decides that',
  courtNeeded: 'A court has to decide first',
  notTrue: 'It does not agree with the record',
  other: 'Another reason',
};

/** How requests are named, for residents and officers alike. */
export const serviceWords = dictionary({
  id: {
    kinds: kindsId,
    states: statesId,
    cardReasons: cardReasonsId,
    certificates: certificatesId,
    parts: partsId,
    reasons: reasonsId,
    to: (address: string, region: string) => `Ke ${address}, ${region}`,
  },
  en: {
    kinds: kindsEn,
    states: statesEn,
    cardReasons: cardReasonsEn,
    certificates: certificatesEn,
    parts: partsEn,
    reasons: reasonsEn,
    to: (address, region) => `To ${address}, ${region}`,
  },
});

/** What exactly is asked, in a line. */
export function wishInWords({ wish, regionName }: Shown): string {
  const words = serviceWords();
  switch (wish.kind) {
    case 'move':
      return words.to(wish.address, regionName ?? wish.to);
    case 'newFamilyCard':
      return words.cardReasons[wish.reason];
    case 'certificate':
      return words.certificates[wish.certificate];
    case 'correction':
      return words.parts[wish.part];
  }
}
