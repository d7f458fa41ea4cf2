import type { RefusalText } from '../kit/refusalText.ts';

/** What can be wrong with public keys that are uploaded or fetched, each with what to do about it. */
export const keyRefusals = {
  'partner/keys-not-jwks': {
    status: 422,
    id: 'Ini bukan JWKS. Tempel kunci publik dalam bentuk JSON: {"keys":[…]}. Kunci PEM perlu diubah dahulu menjadi JWK.',
    en: 'This is no JWKS. Paste the public keys as JSON: {"keys":[…]}. A PEM key must be converted to a JWK first.',
  },
  'partner/keys-none': {
    status: 422,
    id: 'JWKS ini kosong. Masukkan paling sedikit satu kunci publik.',
    en: 'This JWKS is empty. Put at least one public key into it.',
  },
  'partner/keys-too-many': {
    status: 422,
    id: 'Terlalu banyak kunci: paling banyak 10. Hapus kunci yang tidak dipakai lagi.',
    en: 'Too many keys: at most 10. Take out those that are not used any more.',
  },
  'partner/key-private': {
    status: 422,
    id: 'Ini kunci PRIBADI. Kami tidak menyimpannya, tetapi anggaplah kunci ini bocor: buat pasangan kunci baru, dan unggah hanya bagian publiknya.',
    en: 'This is a PRIVATE key. We did not keep it, but consider it burnt: make a new key pair, and upload its public half only.',
  },
  'partner/key-shared-secret': {
    status: 422,
    id: 'Ini rahasia bersama (kty "oct"). Pakai pasangan kunci: kami hanya menerima kunci publik.',
    en: 'This is a shared secret (kty "oct"). Use a key pair: only public keys are accepted.',
  },
  'partner/key-curve': {
    status: 422,
    id: 'Kurva kunci ini tidak diterima. Pakai P-256 (ES256) atau Ed25519 (EdDSA).',
    en: 'The curve of this key is not accepted. Use P-256 (ES256) or Ed25519 (EdDSA).',
  },
  'partner/key-too-short': {
    status: 422,
    id: 'Kunci RSA ini terlalu pendek. Pakai paling sedikit 2048 bit, atau P-256.',
    en: 'This RSA key is too short. Use at least 2048 bits, or P-256.',
  },
  'partner/key-kind': {
    status: 422,
    id: 'Jenis kunci ini tidak dikenal. Pakai EC P-256, Ed25519, atau RSA.',
    en: 'This kind of key is not known. Use EC P-256, Ed25519 or RSA.',
  },
  'partner/key-malformed': {
    status: 422,
    id: 'Kunci ini tidak lengkap atau salah tulis. Ekspor sekali lagi dari perangkat lunak Anda.',
    en: 'This key is incomplete or misspelt. Export it once more from your software.',
  },
  'partner/key-names': {
    status: 422,
    id: 'Beberapa kunci harus dibedakan dengan "kid" yang berlainan.',
    en: 'Several keys must be told apart by a "kid" of their own.',
  },
  'partner/keys-address': {
    status: 422,
    id: 'Alamat JWKS harus https:// pada host yang dapat dijangkau umum.',
    en: 'The JWKS address must be https:// on a host that the public can reach.',
  },
  'partner/keys-unreachable': {
    status: 422,
    id: 'Alamat JWKS ini tidak dapat diambil: tidak menjawab dengan JSON dalam 5 detik tanpa pengalihan. Buka di peramban, perbaiki, lalu coba lagi.',
    en: 'This JWKS address cannot be fetched: it did not answer with JSON within 5 seconds, without redirects. Open it in a browser, repair it, try again.',
  },
} as const satisfies Record<`partner/${string}`, RefusalText>;
