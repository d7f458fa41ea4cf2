import type { RefusalText } from '../kit/refusalText.ts';

export type OfficeRefusalCode = keyof typeof officeRefusals;

/** What any call that needs an officer may be refused with (`requireOfficer`); other rooms list these as theirs. */
export const officerRefusals = {
  'office/signed-out': {
    status: 401,
    id: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lagi dengan kunci sandi; pekerjaan Anda tetap tersimpan.',
    en: 'You are not signed in, or your session has ended. Sign in again with your passkey; your work is kept.',
  },
  'office/suspended': {
    status: 403,
    id: 'Akun petugas ini dinonaktifkan. Hubungi kepala kantor Anda.',
    en: 'This officer’s account is suspended. Ask your head of office.',
  },
  'office/not-permitted': {
    status: 403,
    id: 'Peran Anda tidak mengizinkan tindakan ini. Minta kepala kantor melakukannya.',
    en: 'Your role does not allow this. Ask your head of office to do it.',
  },
  'office/foreign-origin': {
    status: 403,
    id: 'Permintaan ini tidak berasal dari halaman petugas.',
    en: 'This request does not come from the officers’ desk.',
  },
} as const satisfies Record<`office/${string}`, RefusalText>;

export const officeRefusals = {
  ...officerRefusals,
  'office/other-office': {
    status: 403,
    id: 'Petugas ini bukan dari kantor Anda.',
    en: 'This officer does not belong to your office.',
  },
  'office/invitation-unknown': {
    status: 404,
    id: 'Kode undangan ini tidak berlaku atau sudah dipakai. Minta kode baru kepada kepala kantor Anda.',
    en: 'This invitation code is not valid or has been used. Ask your head of office for a new one.',
  },
  'office/passkey-refused': {
    status: 401,
    id: 'Kunci sandi ini tidak dikenal. Coba sekali lagi, atau daftarkan perangkat ini dengan kode undangan.',
    en: 'This passkey is not known. Try once more, or register this device with an invitation code.',
  },
  'office/ceremony-expired': {
    status: 410,
    id: 'Proses masuk terlalu lama. Mulai sekali lagi.',
    en: 'Signing in took too long. Start once more.',
  },
  'office/unknown-officer': {
    status: 404,
    id: 'Petugas ini tidak ditemukan.',
    en: 'This officer is not known.',
  },
  'office/unknown-office': {
    status: 404,
    id: 'Kantor ini tidak ditemukan.',
    en: 'This office is not known.',
  },
  'office/own-account': {
    status: 409,
    id: 'Anda tidak dapat menonaktifkan akun sendiri. Minta kepala kantor lain melakukannya.',
    en: 'You cannot suspend your own account. Ask another head of office to do it.',
  },
  'office/device-unusable': {
    status: 409,
    id: 'Kunci perangkat ini sudah dicabut. Masuk sekali lagi: perangkat ini membuat kunci baru.',
    en: 'The key of this device has been revoked. Sign in once more: the device makes a new one.',
  },
} as const satisfies Record<`office/${string}`, RefusalText>;
