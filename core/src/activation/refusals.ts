import type { RefusalText } from '../kit/refusalText.ts';

export type ActivationRefusalCode = keyof typeof activationRefusals;

/**
 * `data-mismatch` is the one answer for everybody who does not know NIK and name together: unknown NIK, wrong name,
 * either way. Codes that tell more are given only to who gave both rightly.
 */
export const activationRefusals = {
  'activation/data-mismatch': {
    status: 422,
    id: 'NIK dan nama tidak cocok dengan data kependudukan. Periksa lagi: tulis nama persis seperti di KTP-el atau kartu keluarga. Jika sudah benar, datang ke kantor Dukcapil dengan kartu keluarga.',
    en: 'NIK and name do not match the population records. Check again: write the name exactly as on the KTP-el or the family card. If they are right, go to a Dukcapil office with your family card.',
  },
  'activation/too-many-tries': {
    status: 429,
    id: 'Sudah terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.',
    en: 'Too many tries. Wait 15 minutes, then try again.',
  },
  'activation/not-recorded': {
    status: 409,
    id: 'Data Anda cocok, tetapi KTP-el Anda belum direkam. Datang dulu ke kantor Dukcapil atau kecamatan tempat tinggal Anda untuk perekaman, lalu kembali ke sini.',
    en: 'Your data match, but your KTP-el has not been recorded yet. First go to the Dukcapil or kecamatan office where you live for the recording, then come back here.',
  },
  'activation/not-wajib-ktp': {
    status: 409,
    id: 'Data Anda cocok, tetapi KTP Digital baru dapat diaktifkan mulai usia 17 tahun (atau sudah pernah kawin), untuk WNI dan pemegang ITAP.',
    en: 'Your data match, but the digital KTP can be activated only from the age of 17 (or once ever married), for citizens and holders of a permanent permit (ITAP).',
  },
  'activation/deceased': {
    status: 409,
    id: 'Data ini tercatat sebagai data orang yang telah meninggal. Jika itu keliru, datang ke kantor Dukcapil dengan kartu keluarga: petugas akan memperbaikinya.',
    en: 'This record is marked as that of a deceased person. If that is wrong, go to a Dukcapil office with the family card: an officer will correct it.',
  },
  'activation/moved-out': {
    status: 409,
    id: 'Data Anda cocok, tetapi Anda tercatat pindah keluar dari Kalimantan Timur. Aktifkan KTP Digital di kantor Dukcapil tempat tinggal Anda sekarang.',
    en: 'Your data match, but you are recorded as having moved out of East Kalimantan. Activate your digital KTP at the Dukcapil office where you live now.',
  },
  'activation/record-annulled': {
    status: 409,
    id: 'NIK ini sudah dibatalkan. Pakai NIK Anda yang berlaku; bila tidak tahu, tanyakan di kantor Dukcapil.',
    en: 'This NIK has been annulled. Use the NIK that is in force; if you do not know it, ask at a Dukcapil office.',
  },
  'activation/active-on-other-handset': {
    status: 409,
    id: 'KTP Digital Anda sudah aktif di ponsel lain. Tidak perlu mendaftar lagi: pilih “Pindahkan dari ponsel lain”. Jika ponsel itu bukan milik Anda, segera datang ke kantor Dukcapil mana pun.',
    en: 'Your digital KTP is active on another phone. You need not register again: choose “Move it from another phone”. If that phone is not yours, go to any Dukcapil office at once.',
  },
  'activation/attested-on-other-handset': {
    status: 409,
    id: 'Petugas sudah menyetujui aktivasi NIK ini di ponsel lain dan menunggu konfirmasi. Selesaikan di ponsel itu, atau batalkan di sana lebih dahulu.',
    en: 'An officer has already approved this NIK on another phone, and it waits for confirmation. Finish it there, or cancel it there first.',
  },
  'activation/handset-busy': {
    status: 409,
    id: 'Ponsel ini sudah dipakai untuk KTP Digital lain. Satu ponsel hanya untuk satu NIK. Lepaskan KTP Digital itu dulu, atau pakai ponsel lain.',
    en: 'This phone already holds another digital KTP. One phone is for one NIK only. Release that one first, or use another phone.',
  },
  'activation/email-malformed': {
    status: 422,
    id: 'Alamat e-mail tidak lengkap. Contoh yang benar: nama@contoh.id. Tidak punya e-mail? Kosongkan: petugas akan mengonfirmasi di tempat.',
    en: 'The e-mail address is not complete. A right one looks like name@example.id. No e-mail? Leave it empty: the officer will confirm on the spot.',
  },
  'activation/phone-malformed': {
    status: 422,
    id: 'Nomor ponsel tidak benar. Contoh: 0812 3456 7890.',
    en: 'The phone number is not right. Example: 0812 3456 7890.',
  },
  'activation/name-malformed': {
    status: 422,
    id: 'Nama belum diisi dengan benar. Tulis nama lengkap seperti di KTP-el.',
    en: 'The name is not filled in rightly. Write the full name as on the KTP-el.',
  },
  'activation/selfie-not-an-image': {
    status: 422,
    id: 'Berkas ini bukan foto yang dapat dibaca. Pakai foto JPEG, PNG, atau WebP, atau ambil foto baru dengan kamera.',
    en: 'This file is not a readable photo. Use a JPEG, PNG or WebP photo, or take a new one with the camera.',
  },
  'activation/selfie-too-large': {
    status: 413,
    id: 'Foto terlalu besar (paling besar 2 MB). Ambil foto baru dengan kamera di halaman ini.',
    en: 'The photo is too large (2 MB at most). Take a new one with the camera on this page.',
  },
  'activation/selfie-damaged': {
    status: 422,
    id: 'Foto berubah di perjalanan. Foto dikirim lagi dari awal; Anda tidak perlu memotret ulang.',
    en: 'The photo was changed on its way. It is sent again from the beginning; you need not take a new one.',
  },
  'activation/selfie-too-small': {
    status: 422,
    id: 'Foto terlalu kecil. Wajah harus jelas: paling sedikit 240 × 240 titik.',
    en: 'The photo is too small. The face must be clear: at least 240 × 240 pixels.',
  },
  'activation/selfie-missing': {
    status: 409,
    id: 'Foto wajah belum ada. Ambil foto wajah dulu di ponsel pemohon.',
    en: 'There is no selfie yet. Take it first on the applicant’s phone.',
  },
  'activation/unknown': {
    status: 404,
    id: 'Permohonan ini tidak ditemukan di ponsel ini. Mulai lagi dari awal.',
    en: 'This application is not known for this phone. Start again.',
  },
  'activation/expired': {
    status: 410,
    id: 'Permohonan ini sudah lewat batas waktunya. Mulai lagi dari awal; data tidak perlu diubah.',
    en: 'This application has passed its time limit. Start again; nothing needs to change.',
  },
  'activation/cancelled': {
    status: 409,
    id: 'Permohonan ini sudah dibatalkan di ponsel pemohon.',
    en: 'This application was cancelled on the applicant’s phone.',
  },
  'activation/already-active': {
    status: 409,
    id: 'KTP Digital ini sudah aktif. Tidak ada yang perlu dilakukan lagi.',
    en: 'This digital KTP is active already. Nothing more needs to be done.',
  },
  'activation/already-attested': {
    status: 409,
    id: 'Petugas sudah menyetujui permohonan ini. Tinggal konfirmasi lewat e-mail atau di meja petugas.',
    en: 'An officer has approved this application already. Only the confirmation by e-mail or at the desk is missing.',
  },
  'activation/already-refused': {
    status: 409,
    id: 'Permohonan ini sudah ditolak petugas. Pemohon dapat memulai permohonan baru.',
    en: 'This application has been refused by an officer. The applicant may start a new one.',
  },
  'activation/nothing-to-end': {
    status: 409,
    id: 'Tidak ada IKD aktif untuk NIK ini. Pemohon dapat langsung mengaktifkan IKD di ponsel barunya.',
    en: 'There is no active IKD for this NIK. The applicant can activate it on the new phone right away.',
  },
  'activation/suspended': {
    status: 409,
    id: 'KTP Digital ini ditangguhkan karena ponselnya dilaporkan hilang. Pemiliknya dapat memulihkannya di ponsel itu dengan PIN, atau di kantor Dukcapil mana pun.',
    en: 'This digital KTP is on hold because its phone was reported lost. Its owner can resume it on that phone with the PIN, or at any Dukcapil office.',
  },
  'activation/suspended-on-other-handset': {
    status: 409,
    id: 'IKD dengan NIK ini ditangguhkan di ponsel lain karena dilaporkan hilang. Tidak perlu mendaftar lagi: pilih “Pindahkan dari ponsel lain”.',
    en: 'The IKD of this NIK is on hold on another phone that was reported lost. You need not register again: choose “Move it from another phone”.',
  },
  'activation/nothing-to-suspend': {
    status: 409,
    id: 'Tidak ada IKD yang dapat ditangguhkan untuk NIK ini: belum aktif, atau sudah dilepas.',
    en: 'There is no IKD to put on hold for this NIK: it is not active, or released.',
  },
  'activation/nothing-to-resume': {
    status: 409,
    id: 'Tidak ada IKD yang sedang ditangguhkan untuk NIK ini.',
    en: 'There is no IKD on hold for this NIK.',
  },
  'activation/ended': {
    status: 409,
    id: 'KTP Digital ini sudah dilepas dari ponsel ini.',
    en: 'This digital KTP has been released from this phone.',
  },
  'activation/other-office': {
    status: 403,
    id: 'Permohonan ini sedang ditangani kantor lain. Hanya kantor itu yang dapat menyelesaikannya.',
    en: 'Another office is handling this application. Only that office can finish it.',
  },
  'activation/outside-domicile': {
    status: 403,
    id: 'Kantor ini tidak melayani domisili pemohon. Arahkan pemohon ke kantor Dukcapil sesuai domisilinya.',
    en: 'This office does not serve the applicant’s domicile. Direct the applicant to the Dukcapil office of the domicile.',
  },
  'activation/qr-other-system': {
    status: 422,
    id: 'Ini bukan QR pendaftaran IKD. Minta pemohon membuka halaman “Temui petugas Dukcapil” di ponselnya.',
    en: 'This is not an IKD registration QR. Ask the applicant to open the page “Meet a Dukcapil officer” on their phone.',
  },
  'activation/qr-expired': {
    status: 422,
    id: 'QR ini sudah lama. QR di ponsel pemohon berganti sendiri: pindai yang sedang tampil, bukan tangkapan layar.',
    en: 'This QR is old. The one on the applicant’s phone renews itself: scan the one shown now, not a screenshot.',
  },
  'activation/qr-other-device': {
    status: 422,
    id: 'QR ini tidak dibuat oleh ponsel yang mengajukan permohonan. Minta pemohon menunjukkan QR di ponselnya sendiri.',
    en: 'This QR was not made by the phone that applied. Ask the applicant to show the QR on their own phone.',
  },
  'activation/attestation-invalid': {
    status: 422,
    id: 'Keputusan ini tidak dapat diperiksa: tanda tangannya tidak sesuai dengan perangkat petugas. Masuk lagi, lalu ulangi.',
    en: 'This decision cannot be verified: its signature does not fit the officer’s device. Sign in again and repeat.',
  },
  'activation/session-not-running': {
    status: 409,
    id: 'Sesi jemput bola ini tidak sedang berlangsung untuk kantor Anda. Pilih sesi lain atau kerja di kantor, lalu putuskan lagi.',
    en: 'This outreach session is not running for your office. Choose another one or work at the office, then decide again.',
  },
  'activation/attestation-stale': {
    status: 409,
    id: 'Permohonan berubah sejak dibuka. Pindai QR sekali lagi, lalu putuskan.',
    en: 'The application has changed since it was opened. Scan the QR once more, then decide.',
  },
  'activation/handset-not-shared': {
    status: 409,
    id: 'Satu ponsel hanya untuk satu NIK. Pakai ponsel sendiri, atau tanyakan kepada petugas.',
    en: 'One phone is for one NIK only. Use a phone of your own, or ask an officer.',
  },
  'activation/handset-full': {
    status: 409,
    id: 'Ponsel ini sudah dipakai bersama oleh sebanyak yang diizinkan. Pakai ponsel lain.',
    en: 'This phone is shared by as many as are allowed. Use another phone.',
  },
  'activation/handset-owner-gone': {
    status: 409,
    id: 'KTP Digital pemilik ponsel ini tidak aktif lagi di sini. Mulai lagi sebagai pemilik ponsel.',
    en: 'The digital KTP of this phone’s owner is not active here any more. Start again as the owner of the phone.',
  },
  'activation/helper-unknown': {
    status: 422,
    id: 'NIK dan nama orang yang membantu tidak cocok. Periksa lagi, atau kosongkan bila tidak ada yang membantu.',
    en: 'NIK and name of whoever helps do not match. Check again, or leave them empty if nobody helps.',
  },
  'activation/helper-is-applicant': {
    status: 422,
    id: 'Yang membantu haruslah orang lain. Kosongkan bila Anda mengisi sendiri.',
    en: 'Whoever helps is somebody else. Leave it empty if you fill in the form yourself.',
  },
  'activation/paper-code-wrong': {
    status: 422,
    id: 'Kode ini tidak cocok. Ketik persis seperti di kertas dari petugas.',
    en: 'This code does not fit. Type it exactly as on the officer’s paper.',
  },
  'activation/link-unknown': {
    status: 404,
    id: 'Tautan ini tidak dikenal. Buka tautan dari e-mail terbaru, atau minta petugas mengonfirmasi di meja.',
    en: 'This link is not known. Open the link of the newest e-mail, or ask the officer to confirm at the desk.',
  },
  'activation/link-used': {
    status: 410,
    id: 'Tautan ini sudah dipakai. Buka KTP Digital di ponsel Anda: di sana terlihat keadaannya.',
    en: 'This link has been used. Open the digital KTP on your phone: it shows where you stand.',
  },
} as const satisfies Record<`activation/${string}`, RefusalText>;
