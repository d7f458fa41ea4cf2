import type { DecisionReason } from '../activation/model.ts';
import type { ConflictCode } from './conflicts.ts';

/** Why there is no identity after all, and what the resident does now. */
export interface HandoverText {
  readonly id: string;
  readonly en: string;
}

const COME_AGAIN: HandoverText = {
  id: 'Kunjungan petugas tidak dapat diselesaikan. Datang ke kantor Dukcapil atau kunjungan petugas berikutnya dengan KTP-el Anda; Anda dilayani lebih dulu.',
  en: 'The officers’ visit could not be completed. Come to a Dukcapil office or the officers’ next visit with your KTP-el; you are served first.',
};
const SEE_RECORD: HandoverText = {
  id: 'Data Anda dan data kependudukan tidak cocok. Datang ke kantor Dukcapil dengan kartu keluarga: petugas memeriksanya bersama Anda.',
  en: 'Your data and the population records do not agree. Come to a Dukcapil office with your family card: an officer looks at it with you.',
};
const OWN_PHONE: HandoverText = {
  id: 'Ponsel ini memegang KTP Digital orang lain. Pakailah ponsel Anda sendiri, lalu datang ke kantor Dukcapil.',
  en: 'This phone holds somebody else’s digital KTP. Use a phone of your own and come to a Dukcapil office.',
};

/** By the `because` of a refused handover. */
export const handoverTexts: Record<
  DecisionReason | ConflictCode | 'field/photo-missing' | 'field/voided',
  HandoverText
> = {
  faceDiffers: {
    id: 'Petugas menilai wajah dan data kependudukan berbeda. Datang ke kantor Dukcapil dengan KTP-el Anda.',
    en: 'The officer found that face and record differ. Come to a Dukcapil office with your KTP-el.',
  },
  notInPerson: {
    id: 'Aktivasi hanya dapat dilakukan oleh orangnya sendiri. Datanglah sendiri dengan KTP-el Anda.',
    en: 'Only the person may activate. Come yourself, with your KTP-el.',
  },
  recordWrong: SEE_RECORD,
  cardOrRecordDisputed: SEE_RECORD,
  underPressure: {
    id: 'Petugas menghentikan aktivasi ini demi keamanan Anda. Datang ke kantor Dukcapil kapan saja Anda mau.',
    en: 'The officer stopped this activation for your safety. Come to a Dukcapil office whenever you like.',
  },
  selfieUnusable: COME_AGAIN,
  'field/already-active': {
    id: 'KTP Digital Anda sudah aktif di ponsel lain. Jika ponsel itu hilang atau bukan milik Anda, datang ke kantor Dukcapil: petugas dapat melepasnya.',
    en: 'Your digital KTP is active on another phone. If it is lost or not yours, come to a Dukcapil office: an officer can release it.',
  },
  'field/handset-busy': OWN_PHONE,
  'field/application-decided': COME_AGAIN,
  'field/data-mismatch': SEE_RECORD,
  'field/record-changed': SEE_RECORD,
  'field/deceased': SEE_RECORD,
  'field/moved-out': {
    id: 'Anda tercatat pindah ke luar provinsi. Aktifkan KTP Digital di kantor Dukcapil tempat tinggal Anda sekarang.',
    en: 'You are recorded as having moved out of the province. Activate at the Dukcapil office where you live now.',
  },
  'field/not-wajib-ktp': {
    id: 'KTP Digital baru dapat diaktifkan mulai usia 17 tahun atau setelah pernah kawin.',
    en: 'The digital KTP can be activated from the age of 17, or once ever married.',
  },
  'field/not-recorded': {
    id: 'KTP-el Anda belum direkam. Datang ke kantor Dukcapil atau kecamatan untuk perekaman.',
    en: 'Your KTP-el has not been recorded. Come to a Dukcapil or kecamatan office for the recording.',
  },
  'field/outside-domicile': {
    id: 'Kantor yang berkunjung tidak melayani domisili Anda. Datang ke kantor Dukcapil di tempat tinggal Anda.',
    en: 'The visiting office does not serve where you live. Come to the Dukcapil office of your domicile.',
  },
  'field/officer-suspended': COME_AGAIN,
  'field/kit-revoked': COME_AGAIN,
  'field/clock-wrong': COME_AGAIN,
  'field/not-session-day': COME_AGAIN,
  'field/chain-broken': COME_AGAIN,
  'field/number-forked': COME_AGAIN,
  'field/card-misused': COME_AGAIN,
  'field/photo-unusable': COME_AGAIN,
  'field/application-forged': COME_AGAIN,
  'field/photo-missing': COME_AGAIN,
  'field/voided': {
    id: 'Petugas membatalkan catatan ini di depan Anda. Jika Anda masih ingin KTP Digital, ajukan lagi.',
    en: 'The officer took this entry back in front of you. If you still want a digital KTP, apply anew.',
  },
};
