import type {
  FamilyRelation,
  Life,
  MaritalStatus,
  RecordingState,
  Resident,
  Sex,
} from '@jatidiri/core/registry/model.ts';
import type { CopyContent } from './copyContent.ts';

type RecordContent = CopyContent['records'][number];

const SEXES: Readonly<Record<Sex, string>> = { female: 'Perempuan', male: 'Laki-laki' };
const MARITAL_STATUSES: Readonly<Record<MaritalStatus, string>> = {
  neverMarried: 'Belum kawin',
  married: 'Kawin',
  divorced: 'Cerai hidup',
  widowed: 'Cerai mati',
};
const RELATIONS: Readonly<Record<FamilyRelation, string>> = {
  head: 'Kepala keluarga',
  spouse: 'Suami/istri',
  child: 'Anak',
  parent: 'Orang tua',
  otherRelative: 'Famili lain',
  other: 'Lainnya',
};
const RECORDING_STATES: Readonly<Record<RecordingState, string>> = {
  unregistered: 'Belum rekam',
  bioCaptured: 'Sudah direkam',
  processing: 'Sedang diproses',
  sentForEnrolment: 'Dikirim ke pusat',
  receivedAtCentral: 'Diterima pusat',
  printReady: 'Siap cetak',
  printed: 'Sudah dicetak',
  handedOver: 'Sudah diserahkan',
  enrolFailureAtCentral: 'Gagal di pusat',
  enrolFailureAtRegion: 'Gagal di daerah',
  searchFailure: 'Data ganda ditemukan',
};
const LIVES: Readonly<Record<Life['kind'], string>> = {
  present: 'Tercatat sebagai penduduk',
  deceased: 'Meninggal dunia',
  movedOut: 'Pindah ke luar wilayah',
  annulled: 'Dibatalkan',
};
const UNKNOWN = '–';

/** One version of the record, line by line, in the order of a family card. */
export function recordRows(record: RecordContent): readonly (readonly [name: string, value: string])[] {
  const { kelurahanDesa, kecamatan, kabupatenKota, provinsi, code } = record.domicile;
  const { life } = record;
  return [
    ['NIK', record.nik],
    ['Nomor kartu keluarga', record.noKk],
    ['Nama', record.name],
    ['Hubungan dalam keluarga', RELATIONS[record.relation]],
    ['Jenis kelamin', SEXES[record.sex]],
    ['Tempat lahir', record.birthPlace],
    ['Tanggal lahir', record.birthDate],
    ['Status perkawinan', MARITAL_STATUSES[record.maritalStatus]],
    ['Tanggal kawin pertama', record.firstMarriedOn ?? UNKNOWN],
    ['Agama', record.religion],
    ['Pekerjaan', record.occupation],
    ['Golongan darah', record.bloodType ?? UNKNOWN],
    ['Kewarganegaraan', citizenshipText(record.citizenship)],
    ['Alamat', record.address],
    ['Wilayah tempat tinggal', `${[kelurahanDesa, kecamatan, kabupatenKota, provinsi].join(', ')} (${code})`],
    ['Perekaman KTP-el', RECORDING_STATES[record.recording]],
    ['Tanggal perekaman', record.recordedOn ?? UNKNOWN],
    ['KIA', record.kia ? `${record.kia.issuedOn} sampai ${record.kia.until}` : UNKNOWN],
    ['Status', life.kind === 'present' ? LIVES.present : `${LIVES[life.kind]}, ${life.on}`],
    ['Berlaku sejak', record.validFrom],
  ];
}

function citizenshipText(citizenship: Resident['citizenship']): string {
  if (citizenship.kind === 'wni') return 'WNI';
  const { permit, permitFrom, permitUntil } = citizenship;
  return `WNA, ${permit.toUpperCase()} ${permitFrom} sampai ${permitUntil}`;
}
