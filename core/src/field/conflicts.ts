import type { ActivationRefusalCode } from '../activation/refusals.ts';

/**
 * Why the server has not accepted an entry, what the officer reads, and what the officer can do about it: `retry`
 * decides it once more, as of the signature's time, after what was in the way has been put right; `release` is a retry
 * that the head of office answers for; `giveUp` closes it with a reason, and the provisional card with it.
 */
export const ACTS = ['retry', 'release', 'giveUp'] as const;
export type ConflictAct = (typeof ACTS)[number];

export interface ConflictText {
  readonly id: string;
  readonly en: string;
  readonly acts: readonly ConflictAct[];
}

export type ConflictCode = keyof typeof conflicts;

const correctable = ['retry', 'giveUp'] as const;
const forHead = ['release', 'giveUp'] as const;
const final = ['giveUp'] as const;

export const conflicts = {
  'field/already-active': {
    id: 'KTP Digital warga ini sudah aktif di ponsel lain. Jika ponsel itu hilang atau bukan miliknya, lepaskan dulu di meja, lalu coba lagi.',
    en: 'This resident’s digital KTP is active on another phone. If that one is lost or not theirs, release it at the desk, then try again.',
    acts: correctable,
  },
  'field/handset-busy': {
    id: 'Ponsel ini sudah memegang KTP Digital orang lain. Minta warga memakai ponselnya sendiri.',
    en: 'This phone holds somebody else’s digital KTP. Ask the resident to use a phone of their own.',
    acts: correctable,
  },
  'field/application-decided': {
    id: 'Permohonan ini sudah diputuskan di kit atau meja lain. Tidak ada yang perlu dilakukan; tutup catatan ini.',
    en: 'This application has been decided on another kit or desk. There is nothing to do; close this entry.',
    acts: final,
  },
  'field/data-mismatch': {
    id: 'NIK dan nama tidak cocok dengan data kependudukan. Betulkan datanya jika catatan kantor yang keliru, lalu coba lagi; jika tidak, hubungi warga untuk mengajukan lagi.',
    en: 'NIK and name do not match the population records. If the record is wrong, correct it and try again; otherwise ask the resident to apply anew.',
    acts: correctable,
  },
  'field/record-changed': {
    id: 'Data warga ini berubah sejak kit disiapkan: nama, tanggal lahir, atau jenis kelaminnya. Periksa, lalu coba lagi jika orangnya sama.',
    en: 'This resident’s record changed since the kit was prepared: name, date of birth or sex. Look at it, and try again if it is the same person.',
    acts: ['release', 'giveUp'],
  },
  'field/deceased': {
    id: 'Data ini tercatat sebagai data orang yang telah meninggal. Betulkan datanya jika keliru, lalu coba lagi.',
    en: 'This record is marked as that of a deceased person. If that is wrong, correct it and try again.',
    acts: correctable,
  },
  'field/moved-out': {
    id: 'Warga ini tercatat pindah ke luar provinsi. Kantor di tempat tinggalnya sekarang yang melayani.',
    en: 'This resident is recorded as having moved out of the province. The office where they live now serves them.',
    acts: correctable,
  },
  'field/not-wajib-ktp': {
    id: 'Pada hari itu warga ini belum wajib KTP. Warga dapat mengajukan lagi setelah 17 tahun.',
    en: 'On that day this resident was not of age for a KTP. They can apply again at 17.',
    acts: correctable,
  },
  'field/not-recorded': {
    id: 'KTP-el warga ini belum direkam. Setelah perekaman selesai, coba lagi.',
    en: 'This resident’s KTP-el has not been recorded. Try again once the recording is done.',
    acts: correctable,
  },
  'field/outside-domicile': {
    id: 'Domisili warga ini di luar wilayah yang boleh dilayani kantor Anda.',
    en: 'This resident lives outside the region that your office may serve.',
    acts: correctable,
  },
  'field/officer-suspended': {
    id: 'Petugas ini sudah dinonaktifkan ketika menandatangani. Warga perlu dilayani sekali lagi oleh petugas lain.',
    en: 'The officer was already suspended when signing. Another officer has to serve the resident once more.',
    acts: final,
  },
  'field/kit-revoked': {
    id: 'Kit ini dicabut karena dilaporkan hilang. Kepala kantor dapat melepas catatan yang ditandatangani sebelum kit hilang.',
    en: 'This kit was revoked because it was reported lost. The head of office may release entries that were signed before the loss.',
    acts: forHead,
  },
  'field/clock-wrong': {
    id: 'Jam kit tidak tepat: waktu catatan ini di masa depan, atau lebih awal daripada catatan sebelumnya. Kepala kantor dapat melepasnya jika harinya benar.',
    en: 'The kit’s clock was wrong: this entry lies in the future, or before the one ahead of it. The head of office may release it if the day is right.',
    acts: ['retry', 'release', 'giveUp'],
  },
  'field/not-session-day': {
    id: 'Catatan ini tidak dibuat pada hari sesi, atau sesi sudah ditutup atau dibatalkan waktu itu. Warga perlu dilayani sekali lagi.',
    en: 'This entry was not made on a day of the session, or the session was closed or cancelled by then. The resident has to be served once more.',
    acts: ['retry', 'giveUp'],
  },
  'field/chain-broken': {
    id: 'Catatan ini tidak menyambung dengan catatan sebelumnya: ada catatan yang diganti. Kepala kantor memeriksa kit ini.',
    en: 'This entry does not follow from the one before it: an entry was exchanged. The head of office looks into this kit.',
    acts: forHead,
  },
  'field/number-forked': {
    id: 'Nomor catatan ini sudah dipakai catatan lain dari kit yang sama. Kit mungkin disalin. Kepala kantor memeriksa kit ini.',
    en: 'Another entry of the same kit has this number. The kit may have been copied. The head of office looks into this kit.',
    acts: forHead,
  },
  'field/card-misused': {
    id: 'Kartu sementara ini memakai nomor status yang bukan milik kit atau sudah dipakai. Kepala kantor memeriksa kit ini.',
    en: 'The provisional card uses a status number that is not the kit’s or was used before. The head of office looks into this kit.',
    acts: forHead,
  },
  'field/photo-unusable': {
    id: 'Foto dari kit tidak dapat dibaca atau terlalu kecil. Warga perlu difoto sekali lagi.',
    en: 'The kit’s photograph cannot be read or is too small. The resident has to be photographed once more.',
    acts: final,
  },
  'field/application-forged': {
    id: 'Permohonan ini tidak ditandatangani ponsel pemohon, atau isinya tidak terbaca. Warga perlu mengajukan lagi.',
    en: 'The application is not signed by the applicant’s phone, or cannot be read. The resident has to apply anew.',
    acts: final,
  },
} as const satisfies Record<`field/${string}`, ConflictText>;

/** What an activation was refused with, as the officer reads it. Any other code is a fault: the rules changed and this did not. */
export const CONFLICT_OF: Partial<Record<ActivationRefusalCode, ConflictCode>> = {
  'activation/data-mismatch': 'field/data-mismatch',
  'activation/not-recorded': 'field/not-recorded',
  'activation/not-wajib-ktp': 'field/not-wajib-ktp',
  'activation/deceased': 'field/deceased',
  'activation/moved-out': 'field/moved-out',
  'activation/active-on-other-handset': 'field/already-active',
  'activation/attested-on-other-handset': 'field/already-active',
  'activation/suspended-on-other-handset': 'field/already-active',
  'activation/handset-busy': 'field/handset-busy',
  'activation/outside-domicile': 'field/outside-domicile',
  'activation/other-office': 'field/application-decided',
  'activation/unknown': 'field/application-decided',
  'activation/already-active': 'field/application-decided',
  'activation/already-attested': 'field/application-decided',
  'activation/already-refused': 'field/application-decided',
  'activation/suspended': 'field/application-decided',
  'activation/ended': 'field/application-decided',
  'activation/selfie-not-an-image': 'field/photo-unusable',
  'activation/selfie-too-small': 'field/photo-unusable',
};

/** Where an entry stands with the server. */
export type EntryOutcome =
  /** Decided; `activation` is what came of it, null where somebody was refused or an entry was taken back. */
  | { readonly kind: 'accepted'; readonly activation: string | null }
  | { readonly kind: 'waitsForPhoto' }
  | { readonly kind: 'conflict'; readonly code: ConflictCode }
  /** Taken back by a later entry of the kit. */
  | { readonly kind: 'voided' }
  | { readonly kind: 'givenUp'; readonly code: GivenUpCode };

export type GivenUpCode = ConflictCode | 'field/photo-missing';

export const OUTCOMES = [
  'accepted',
  'waitsForPhoto',
  'conflict',
  'voided',
  'givenUp',
] as const satisfies readonly EntryOutcome['kind'][];

/** What an officer can do about an entry now. */
export function actsFor(outcome: EntryOutcome): readonly ConflictAct[] {
  if (outcome.kind === 'conflict') return conflicts[outcome.code].acts;
  return outcome.kind === 'waitsForPhoto' ? ['giveUp'] : [];
}
