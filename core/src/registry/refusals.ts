import type { Refusal } from '../kit/result.ts';

/** What the registry answers when it will not: about a number, about a row, or about a change. */
export type RegistryRefusalCode =
  | 'registry/nik-malformed'
  | 'registry/nik-date-impossible'
  | 'registry/nik-serial-zero'
  | 'registry/kk-malformed'
  | 'registry/kk-date-impossible'
  | 'registry/header-unknown'
  | 'registry/row-malformed'
  | 'registry/row-too-long'
  | 'registry/encoding-malformed'
  | 'registry/text-malformed'
  | 'registry/value-unknown'
  | 'registry/date-malformed'
  | 'registry/value-missing'
  | 'registry/value-unexpected'
  | 'registry/date-contradictory'
  | 'registry/domicile-unknown'
  | 'registry/nik-duplicate'
  | 'registry/resident-unknown'
  | 'registry/resident-deceased'
  | 'registry/resident-moved-out'
  | 'registry/resident-not-deceased'
  | 'registry/recording-step-impossible'
  | 'registry/recording-too-young'
  | 'registry/not-wajib-ktp'
  | 'registry/already-married'
  | 'registry/not-married'
  | 'registry/not-foreigner'
  | 'registry/not-moved-out'
  | 'registry/resident-annulled'
  | 'registry/not-a-child'
  | 'registry/kia-form-wrong'
  | 'registry/date-in-future'
  | 'registry/nothing-changes';

export type RegistryRefusal = Refusal<RegistryRefusalCode>;

interface Answer {
  readonly status: number;
  readonly id: string;
  readonly en: string;
}

export const REGISTRY_REFUSALS = {
  'registry/nik-malformed': {
    status: 400,
    id: 'NIK terdiri dari 16 angka. Periksa kembali angka pada KTP-el atau KK Anda.',
    en: 'A NIK has 16 digits. Please check the number on your KTP-el or family card.',
  },
  'registry/nik-date-impossible': {
    status: 400,
    id: 'Angka ke-7 sampai ke-12 NIK bukan tanggal yang mungkin. Periksa kembali NIK Anda.',
    en: 'Digits 7 to 12 of the NIK are not a possible date. Please check the number.',
  },
  'registry/nik-serial-zero': {
    status: 400,
    id: 'NIK tidak mungkin berakhir dengan 0000. Periksa kembali NIK Anda.',
    en: 'A NIK cannot end in 0000. Please check the number.',
  },
  'registry/kk-malformed': {
    status: 400,
    id: 'Nomor KK terdiri dari 16 angka dan tidak berakhir dengan 0000.',
    en: 'A family card number has 16 digits and does not end in 0000.',
  },
  'registry/kk-date-impossible': {
    status: 400,
    id: 'Angka ke-7 sampai ke-12 nomor KK bukan tanggal yang mungkin.',
    en: 'Digits 7 to 12 of the family card number are not a possible date.',
  },
  'registry/header-unknown': {
    status: 400,
    id: 'Baris pertama berkas bukan nama-nama kolom yang diminta.',
    en: 'The first line of the file is not the expected list of columns.',
  },
  'registry/row-malformed': {
    status: 400,
    id: 'Jumlah kolom atau tanda kutip pada baris ini tidak sesuai.',
    en: 'The number of columns or the quotation marks of this row are wrong.',
  },
  'registry/row-too-long': {
    status: 400,
    id: 'Baris ini melebihi panjang yang diperbolehkan.',
    en: 'This row exceeds the permitted length.',
  },
  'registry/encoding-malformed': {
    status: 400,
    id: 'Baris ini bukan teks UTF-8.',
    en: 'This row is not UTF-8 text.',
  },
  'registry/text-malformed': {
    status: 400,
    id: 'Isian kosong, terlalu panjang, atau memuat karakter yang tidak diperbolehkan.',
    en: 'The text is empty, too long, or contains characters that are not permitted.',
  },
  'registry/value-unknown': {
    status: 400,
    id: 'Isian ini tidak ada dalam daftar pilihan.',
    en: 'This value is not on the list of permitted values.',
  },
  'registry/date-malformed': {
    status: 400,
    id: 'Tanggal ditulis TTTT-BB-HH dan harus ada pada kalender.',
    en: 'A date is written YYYY-MM-DD and must exist in the calendar.',
  },
  'registry/value-missing': {
    status: 400,
    id: 'Isian ini diperlukan oleh isian lain pada data yang sama.',
    en: 'Another value of the same record requires this one.',
  },
  'registry/value-unexpected': {
    status: 400,
    id: 'Isian ini tidak berlaku bersama isian lain pada data yang sama.',
    en: 'This value cannot stand beside another one of the same record.',
  },
  'registry/date-contradictory': {
    status: 400,
    id: 'Urutan tanggal pada data ini tidak mungkin.',
    en: 'The dates of this record contradict each other.',
  },
  'registry/domicile-unknown': {
    status: 400,
    id: 'Kode kelurahan/desa tidak dikenal.',
    en: 'The code of the kelurahan or desa is unknown.',
  },
  'registry/nik-duplicate': {
    status: 409,
    id: 'NIK ini sudah ada pada baris sebelumnya dalam berkas yang sama.',
    en: 'An earlier row of the same file has this NIK already.',
  },
  'registry/resident-unknown': {
    status: 404,
    id: 'Data penduduk tidak ditemukan.',
    en: 'The resident was not found.',
  },
  'registry/resident-deceased': {
    status: 409,
    id: 'Penduduk ini tercatat meninggal dunia. Koreksi catatan kematian lebih dahulu bila keliru.',
    en: 'This resident is recorded as deceased. If that is wrong, correct the record of death first.',
  },
  'registry/resident-moved-out': {
    status: 409,
    id: 'Penduduk ini tercatat pindah ke luar wilayah.',
    en: 'This resident is recorded as moved out of the area.',
  },
  'registry/resident-not-deceased': {
    status: 409,
    id: 'Penduduk ini tidak tercatat meninggal dunia.',
    en: 'This resident is not recorded as deceased.',
  },
  'registry/recording-step-impossible': {
    status: 409,
    id: 'Perekaman KTP-el tidak dapat berpindah ke tahap ini dari tahap sekarang.',
    en: 'KTP-el recording cannot go to this step from the present one.',
  },
  'registry/recording-too-young': {
    status: 409,
    id: 'Perekaman KTP-el dimulai pada usia 16 tahun.',
    en: 'KTP-el recording starts at the age of 16.',
  },
  'registry/not-wajib-ktp': {
    status: 409,
    id: 'KTP-el dicetak bagi penduduk wajib KTP: berusia 17 tahun atau pernah menikah.',
    en: 'A KTP-el is printed for residents who must hold one: aged 17, or ever married.',
  },
  'registry/already-married': {
    status: 409,
    id: 'Penduduk ini tercatat kawin.',
    en: 'This resident is recorded as married.',
  },
  'registry/not-married': {
    status: 409,
    id: 'Penduduk ini tidak tercatat kawin.',
    en: 'This resident is not recorded as married.',
  },
  'registry/not-foreigner': {
    status: 409,
    id: 'Izin tinggal hanya berlaku bagi orang asing.',
    en: 'Only foreigners hold a permit of stay.',
  },
  'registry/not-moved-out': {
    status: 409,
    id: 'Penduduk ini tidak tercatat pindah ke luar wilayah.',
    en: 'This resident is not recorded as moved out of the area.',
  },
  'registry/resident-annulled': {
    status: 409,
    id: 'Data ini sudah dibatalkan. Pakai NIK yang berlaku, atau koreksi pembatalannya lebih dahulu.',
    en: 'This record has been annulled. Use the NIK that is in force, or correct the annulment first.',
  },
  'registry/not-a-child': {
    status: 409,
    id: 'KIA hanya untuk anak di bawah 17 tahun yang belum pernah kawin. Mulai usia 16 tahun, arahkan ke perekaman KTP-el.',
    en: 'A KIA is for children under 17 who never married. From the age of 16, direct them to KTP-el recording.',
  },
  'registry/kia-form-wrong': {
    status: 409,
    id: 'Bentuk KIA tidak sesuai usia: di bawah 5 tahun tanpa foto, mulai 5 tahun dengan foto.',
    en: 'This form of the KIA does not fit the age: without a photograph under 5, with one from 5 on.',
  },
  'registry/date-in-future': {
    status: 400,
    id: 'Tanggal peristiwa belum tiba.',
    en: 'The date of the event is in the future.',
  },
  'registry/nothing-changes': {
    status: 409,
    id: 'Data sudah tercatat seperti ini.',
    en: 'The record says this already.',
  },
} as const satisfies Record<RegistryRefusalCode, Answer>;
