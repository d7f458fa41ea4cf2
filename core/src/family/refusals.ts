import type { RefusalText } from '../kit/refusalText.ts';
import type { Refusal } from '../kit/result.ts';
import type { RegistryRefusalCode } from '../registry/refusals.ts';

export type FamilyRefusalCode = keyof typeof familyRefusals;
export type FamilyRefusal = Refusal<FamilyRefusalCode | RegistryRefusalCode>;

export const familyRefusals = {
  'family/person-unknown': {
    status: 404,
    id: 'NIK ini tidak ada di data penduduk. Periksa angkanya, atau catat pindah datang lebih dahulu.',
    en: 'Nobody in the registry has this NIK. Check its digits, or record the move in first.',
  },
  'family/outside-region': {
    status: 403,
    id: 'Orang ini tinggal di luar wilayah kantor Anda. Arahkan ke kantor Dukcapil tempat tinggalnya.',
    en: 'This person lives outside the region of your office. Direct them to the Dukcapil office of their home.',
  },
  'family/evidence-unfit': {
    status: 400,
    id: 'Peristiwa ini tidak dapat dicatat dengan bukti jenis itu. Pilih bukti yang sesuai.',
    en: 'This event cannot be recorded on that kind of evidence. Choose a fitting one.',
  },
  'family/same-person': {
    status: 400,
    id: 'Dua isian menunjuk orang yang sama.',
    en: 'Two fields name the same person.',
  },
  'family/mother-not-female': {
    status: 409,
    id: 'NIK ibu tercatat sebagai laki-laki. Periksa NIK, atau koreksi datanya lebih dahulu.',
    en: 'The mother’s NIK is recorded as male. Check the NIK, or correct the record first.',
  },
  'family/father-not-male': {
    status: 409,
    id: 'NIK ayah tercatat sebagai perempuan. Periksa NIK, atau koreksi datanya lebih dahulu.',
    en: 'The father’s NIK is recorded as female. Check the NIK, or correct the record first.',
  },
  'family/parent-too-young': {
    status: 409,
    id: 'Orang tua lebih muda dari yang mungkin. Periksa NIK dan tanggal lahir.',
    en: 'The parent is younger than is possible. Check the NIK and the date of birth.',
  },
  'family/carer-missing': {
    status: 400,
    id: 'Bila ibu dan ayah tidak diketahui, isi NIK pengasuh: anak dicatat pada KK pengasuh itu.',
    en: 'Where neither mother nor father is known, enter the carer’s NIK: the child stands on that card.',
  },
  'family/birth-recorded-already': {
    status: 409,
    id: 'Anak dengan nama, tanggal lahir dan keluarga yang sama sudah tercatat. Untuk anak kembar, isi nama masing-masing.',
    en: 'A child of this name, birth date and family is recorded already. For twins, enter each one’s own name.',
  },
  'family/serials-used-up': {
    status: 409,
    id: 'Nomor urut untuk kecamatan dan tanggal ini sudah habis. Hubungi pengelola sistem.',
    en: 'The serials for this kecamatan and day are used up. Tell whoever runs the system.',
  },
  'family/too-young-to-marry': {
    status: 409,
    id: 'Usia kawin adalah 19 tahun (UU 16/2019). Di bawah itu, catat dengan penetapan dispensasi pengadilan sebagai bukti.',
    en: 'The age of marriage is 19 (UU 16/2019). Below it, record the court’s dispensation as evidence.',
  },
  'family/not-a-couple': {
    status: 409,
    id: 'Kedua orang ini tidak tercatat sebagai suami istri pada satu KK.',
    en: 'These two are not recorded as husband and wife on one family card.',
  },
  'family/not-on-this-card': {
    status: 409,
    id: 'Orang ini tidak tercatat pada KK yang sama. Periksa NIK-nya.',
    en: 'This person does not stand on the same family card. Check the NIK.',
  },
  'family/next-head-missing': {
    status: 400,
    id: 'Kepala keluarga meninggalkan KK ini. Pilih kepala keluarga berikutnya, atau KK lain tempat anggota yang tinggal bergabung.',
    en: 'The head leaves this family card. Choose the next head, or another card that those who stay join.',
  },
  'family/head-too-young': {
    status: 409,
    id: 'Kepala keluarga harus berusia 17 tahun atau pernah kawin. Anak di bawah itu bergabung ke KK wali atau kerabat.',
    en: 'A head of family is at least 17 or was married. Younger children join the card of a guardian or relative.',
  },
  'family/nobody-named': {
    status: 400,
    id: 'Pilih sekurangnya satu orang.',
    en: 'Choose at least one person.',
  },
  'family/not-a-child': {
    status: 409,
    id: 'Hanya anak di bawah 17 tahun yang belum pernah kawin mempunyai wali.',
    en: 'Only a child under 17 who never married has guardians.',
  },
  'family/guardian-too-young': {
    status: 409,
    id: 'Wali sekurangnya berusia 17 tahun atau pernah kawin.',
    en: 'A guardian is at least 17 or was married.',
  },
  'family/father-known-already': {
    status: 409,
    id: 'Ayah anak ini sudah tercatat. Bila keliru, koreksi pencatatan kelahirannya.',
    en: 'The father of this child is recorded already. If that is wrong, correct the record of birth.',
  },
  'family/nik-known-already': {
    status: 409,
    id: 'NIK ini sudah ada di data penduduk dan tidak tercatat pindah keluar.',
    en: 'This NIK is in the registry already and is not recorded as moved out.',
  },
  'family/event-unknown': {
    status: 404,
    id: 'Peristiwa ini tidak ditemukan.',
    en: 'This event was not found.',
  },
  'family/event-corrected': {
    status: 409,
    id: 'Peristiwa ini sudah dikoreksi.',
    en: 'This event has been corrected already.',
  },
  'family/correction-final': {
    status: 409,
    id: 'Koreksi tidak dapat dikoreksi. Catat peristiwanya sekali lagi dengan bukti yang benar.',
    en: 'A correction cannot be corrected. Record the event once more on the right evidence.',
  },
  'family/changed-since': {
    status: 409,
    id: 'Data yang sama sudah diubah oleh peristiwa yang lebih baru. Koreksi peristiwa itu lebih dahulu.',
    en: 'A later event has changed the same data. Correct that one first.',
  },
  'family/no-identity': {
    status: 404,
    id: 'Belum ada KTP Digital yang aktif di ponsel ini.',
    en: 'No digital KTP is active on this phone.',
  },
} as const satisfies Record<`family/${string}`, RefusalText>;
