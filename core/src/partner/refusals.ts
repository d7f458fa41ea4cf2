import type { RefusalText } from '../kit/refusalText.ts';
import { keyRefusals } from './keyRefusals.ts';

/** What any call with a partner's access token may be refused with; rooms that take one list these as theirs. */
export const partnerAccessRefusals = {
  'partner/token-missing': {
    status: 401,
    id: 'Permintaan ini membutuhkan token akses: Authorization: DPoP <token> beserta bukti DPoP.',
    en: 'This call needs an access token: Authorization: DPoP <token>, with a DPoP proof.',
  },
  'partner/token-invalid': {
    status: 401,
    id: 'Token akses tidak dapat dipakai di sini. Minta token baru dengan resource yang tepat.',
    en: 'The access token cannot be used here. Ask for a new one, for the right resource.',
  },
  'partner/token-expired': {
    status: 401,
    id: 'Token akses sudah kedaluwarsa. Minta token baru.',
    en: 'The access token has expired. Ask for a new one.',
  },
  'partner/proof-invalid': {
    status: 401,
    id: 'Bukti DPoP tidak cocok dengan permintaan atau dengan tokennya. Buat bukti baru untuk setiap permintaan.',
    en: 'The DPoP proof does not fit the request or its token. Make a new proof for every request.',
  },
  'partner/scope-missing': {
    status: 403,
    id: 'Token ini tidak mencakup layanan ini. Minta token dengan scope-nya; scope harus ada dalam PKS.',
    en: 'This token does not cover this service. Ask for a token with its scope; the agreement must contain it.',
  },
  'partner/client-unknown': {
    status: 403,
    id: 'Klien teknis ini sudah dihapus. Daftarkan kunci baru di portal mitra.',
    en: 'This technical client has been removed. Register new keys in the partner portal.',
  },
  'partner/suspended': {
    status: 403,
    id: 'Akses lembaga ini sedang dihentikan sementara. Alasannya ada di portal mitra.',
    en: 'This institution’s access is suspended. The partner portal shows why.',
  },
  'partner/not-in-force': {
    status: 403,
    id: 'Tidak ada perjanjian kerja sama (PKS) yang berlaku hari ini. Hubungi Dukcapil untuk memperpanjangnya.',
    en: 'No cooperation agreement (PKS) holds today. Ask Dukcapil to renew it.',
  },
  'partner/quota-exhausted': {
    status: 403,
    id: 'Kuota bulan ini sudah habis. Kuota baru berlaku mulai tanggal 1, atau minta Dukcapil menambahnya.',
    en: 'This month’s quota is used up. A new one starts on the 1st, or ask Dukcapil for more.',
  },
  'partner/purpose-unknown': {
    status: 403,
    id: 'Tujuan ini tidak ada dalam perjanjian kerja sama (PKS). Pakai tujuan yang tercantum di portal mitra.',
    en: 'This purpose is not in the agreement. Use one that the partner portal lists.',
  },
  'partner/attribute-not-agreed': {
    status: 403,
    id: 'Data ini tidak disepakati untuk tujuan tersebut. Minta hanya data yang tercantum dalam PKS.',
    en: 'This attribute is not agreed for that purpose. Ask only for what the agreement lists.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;
export type PartnerAccessRefusalCode = keyof typeof partnerAccessRefusals;

/** What any call that needs a signed-in representative may be refused with. */
export const representativeRefusals = {
  'partner/signed-out': {
    status: 401,
    id: 'Anda belum masuk, atau sesi Anda sudah berakhir. Masuk lagi dengan kunci sandi.',
    en: 'You are not signed in, or your session has ended. Sign in again with your passkey.',
  },
  'partner/foreign-origin': {
    status: 403,
    id: 'Permintaan ini tidak berasal dari portal mitra.',
    en: 'This request does not come from the partner portal.',
  },
  'partner/no-application': {
    status: 409,
    id: 'Lembaga Anda belum mengajukan permohonan. Isi formulir permohonan dahulu.',
    en: 'Your institution has not applied yet. Fill in the application first.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;

export const partnerRefusals = {
  'partner/card-root-unusable': {
    status: 422,
    id: 'Tempelkan satu sertifikat akar (PEM, kunci P-256).',
    en: 'Paste one root certificate (PEM, with a P-256 key).',
  },
  'partner/card-issuer-address': {
    status: 422,
    id: 'Alamat penerbit harus https dan tanpa garis miring di akhir.',
    en: 'The issuer’s address must be https, without a slash at its end.',
  },
  'partner/card-type-reserved': {
    status: 422,
    id: 'Jenis kartu urn:jatidiri: hanya milik Dukcapil.',
    en: 'Card types that begin with urn:jatidiri: are the civil registry’s alone.',
  },
  'partner/card-issuer-not-active': {
    status: 409,
    id: 'Lembaga ini tidak punya PKS yang berlaku.',
    en: 'This institution has no agreement in force.',
  },
  'partner/card-issuer-listed': {
    status: 409,
    id: 'Alamat penerbit ini sudah ada dalam daftar.',
    en: 'This issuer’s address is on the list already.',
  },
  'partner/card-issuer-unknown': {
    status: 404,
    id: 'Penerbit kartu ini tidak ada dalam daftar.',
    en: 'This card issuer is not on the list.',
  },
  ...representativeRefusals,
  ...keyRefusals,
  'partner/passkey-refused': {
    status: 401,
    id: 'Kunci sandi ini tidak dikenal. Coba sekali lagi, atau minta kode undangan dari rekan Anda.',
    en: 'This passkey is not known. Try once more, or ask a colleague for an invitation code.',
  },
  'partner/ceremony-expired': {
    status: 410,
    id: 'Proses masuk terlalu lama. Mulai sekali lagi.',
    en: 'Signing in took too long. Start once more.',
  },
  'partner/invitation-unknown': {
    status: 404,
    id: 'Kode undangan ini tidak berlaku atau sudah dipakai. Minta kode baru.',
    en: 'This invitation code is not valid or has been used. Ask for a new one.',
  },
  'partner/person-malformed': {
    status: 422,
    id: 'Isi nama dan alamat e-mail Anda.',
    en: 'Enter your name and e-mail address.',
  },
  'partner/already-applied': {
    status: 409,
    id: 'Lembaga Anda sudah mengajukan permohonan. Statusnya ada di halaman depan portal.',
    en: 'Your institution has applied already. The portal’s first page shows where it stands.',
  },
  'partner/name-malformed': {
    status: 422,
    id: 'Tulis nama lembaga seperti dalam akta: 3 sampai 120 huruf, tanpa tanda khusus.',
    en: 'Write the institution’s name as in its deed: 3 to 120 letters, no special signs.',
  },
  'partner/registration-malformed': {
    status: 422,
    id: 'Tulis NIB (13 angka) atau nomor keputusan pendirian, misalnya 9120001234567.',
    en: 'Write the NIB (13 digits) or the number of the founding decree, for example 9120001234567.',
  },
  'partner/tax-malformed': {
    status: 422,
    id: 'NPWP terdiri atas 15 atau 16 angka.',
    en: 'An NPWP has 15 or 16 digits.',
  },
  'partner/domain-malformed': {
    status: 422,
    id: 'Tulis nama domain lembaga tanpa https:// dan tanpa garis miring, misalnya klinik.example.id.',
    en: 'Write the institution’s host name without https:// and slashes, for example clinic.example.id.',
  },
  'partner/not-a-pdf': {
    status: 422,
    id: 'Berkas ini bukan PDF. Simpan dokumen sebagai PDF, lalu unggah lagi.',
    en: 'This file is not a PDF. Save the document as PDF and upload it again.',
  },
  'partner/too-many-documents': {
    status: 409,
    id: 'Sudah ada 10 dokumen. Gabungkan dokumen menjadi satu PDF.',
    en: 'There are 10 documents already. Combine them into one PDF.',
  },
  'partner/document-unknown': {
    status: 404,
    id: 'Dokumen ini tidak ditemukan.',
    en: 'This document is not known.',
  },
  'partner/deed-changed': {
    status: 409,
    id: 'Naskah ini sudah berubah sejak Anda membukanya. Muat ulang, baca, lalu setujui.',
    en: 'This text has changed since you opened it. Reload, read it, then accept.',
  },
  'partner/nothing-offered': {
    status: 409,
    id: 'Belum ada perjanjian kerja sama (PKS) yang ditawarkan. Dukcapil sedang menyiapkannya.',
    en: 'No agreement is on offer yet. Dukcapil is preparing it.',
  },
  'partner/terms-in-the-past': {
    status: 422,
    id: 'Tanggal berakhir harus setelah hari ini.',
    en: 'The last day must lie after today.',
  },
  'partner/redirect-malformed': {
    status: 422,
    id: 'Alamat pengalihan harus https:// (atau http://localhost untuk uji coba), lengkap, tanpa tanda #.',
    en: 'A redirect address must be https:// (or http://localhost for trying), complete, without a fragment.',
  },
  'partner/scope-not-agreed': {
    status: 422,
    id: 'Layanan ini tidak ada dalam PKS Anda. Pilih hanya yang disepakati.',
    en: 'This service is not in your agreement. Choose only what was agreed.',
  },
  'partner/not-live-yet': {
    status: 409,
    id: 'Produksi belum dapat dibuka. Daftar periksa menunjukkan langkah yang belum selesai.',
    en: 'Production cannot be opened yet. The check-list shows which steps are left.',
  },
  'partner/csr-malformed': {
    status: 422,
    id: 'Ini bukan permintaan sertifikat (CSR, PKCS #10) dengan kunci P-256 yang ditandatangani kuncinya sendiri.',
    en: 'This is no certificate request (CSR, PKCS #10) with a P-256 key, signed by that key.',
  },
  'partner/too-many-clients': {
    status: 409,
    id: 'Sudah ada 20 klien teknis. Hapus yang tidak dipakai lagi.',
    en: 'There are 20 technical clients already. Remove those that are not used any more.',
  },
  'partner/sandbox-client-missing': {
    status: 409,
    id: 'Daftarkan dahulu klien uji coba dengan kunci publiknya di halaman Kunci.',
    en: 'Register a sandbox client with its public keys first, on the page Keys.',
  },
  'partner/client-missing': {
    status: 404,
    id: 'Klien teknis ini tidak ditemukan.',
    en: 'This technical client is not known.',
  },
  'partner/statement-unknown': {
    status: 404,
    id: 'Tidak ada pernyataan pemakaian untuk bulan ini.',
    en: 'There is no statement for this month.',
  },
  'partner/not-in-this-state': {
    status: 409,
    id: 'Langkah ini tidak mungkin pada status lembaga saat ini. Muat ulang halaman untuk melihat statusnya.',
    en: 'This step does not fit the institution’s present state. Reload the page to see it.',
  },
  'partner/domain-taken': {
    status: 409,
    id: 'Nama domain ini sudah dipakai lembaga lain yang disetujui. Periksa siapa pemiliknya sebelum memutuskan.',
    en: 'Another admitted institution has this host name. Find out whose it is before you decide.',
  },
  'partner/unknown': {
    status: 404,
    id: 'Lembaga ini tidak ditemukan.',
    en: 'This institution is not known.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;
export type PartnerRefusalCode = keyof typeof partnerRefusals;
