import type { RefusalText } from '../kit/refusalText.ts';

export type VerificationRefusalCode = keyof typeof verificationRefusals;

export const verificationRefusals = {
  'verification/query-malformed': {
    status: 422,
    id: 'Pertanyaan DCQL ini tidak dapat dibaca. Periksa bentuknya menurut OpenID4VP 1.0 bab 6.',
    en: 'This DCQL query cannot be read. Check its form against OpenID4VP 1.0 section 6.',
  },
  'verification/query-unsupported': {
    status: 422,
    id: 'Pertanyaan ini memakai format atau jenis otoritas yang tidak dapat kami periksa, atau menanyakan satu data dua kali. Pakai dc+sd-jwt atau mso_mdoc dengan jenisnya, dan otoritas "aki".',
    en: 'This query uses a format or a kind of authority that we cannot check, or asks for one claim twice. Use dc+sd-jwt or mso_mdoc with their types, and authorities of type "aki".',
  },
  'verification/transaction-unsupported': {
    status: 422,
    id: 'Pernyataan ini menunjuk kredensial yang tidak dapat menandatanganinya. Tunjuk pertanyaan dc+sd-jwt dengan pengikatan pemegang.',
    en: 'This statement names a credential that cannot sign it. Name a dc+sd-jwt query with holder binding.',
  },
  'verification/return-address': {
    status: 422,
    id: 'Alur satu perangkat memerlukan alamat kembali https yang terdaftar pada klien ini.',
    en: 'The same-device flow needs an https return address that is registered for this client.',
  },
  'verification/unknown': {
    status: 404,
    id: 'Permintaan ini tidak ada, atau bukan milik Anda. Buat permintaan baru.',
    en: 'This request does not exist, or is not yours. Make a new one.',
  },
  'verification/response-code': {
    status: 403,
    id: 'Hasil ini hanya untuk halaman yang dibuka kembali oleh dompet. Sertakan response_code dari alamat kembali.',
    en: 'This result is only for the page that the wallet returned to. Send the response_code of the return address.',
  },
  'verification/not-offered': {
    status: 404,
    id: 'Halaman pemeriksa ini tidak menerima pertanyaan daring. Minta warga menunjukkan kode QR identitasnya.',
    en: 'This verifier page does not ask online. Let the resident show the identity QR code.',
  },
  'verification/answer-refused': {
    status: 400,
    id: 'Jawaban dompet tidak dapat diterima. Buat permintaan baru dan ulangi.',
    en: 'The wallet’s answer cannot be accepted. Make a new request and repeat.',
  },
} as const satisfies Record<`verification/${string}`, RefusalText>;
