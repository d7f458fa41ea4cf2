import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    bar: 'Pemakai ponsel ini',
    whose: (label: string) => `Dompet: ${label} · Ganti orang`,
    choose: 'Buka dompet siapa?',
    locked: 'Dompet yang lain dibuka dengan PIN pemiliknya sendiri.',
    remove: (label: string) => `Hapus ${label} dari ponsel ini`,
    owner: 'Pemilik ponsel',
    addTitle: 'Tambah anggota keluarga',
    addMeaning: [
      'Untuk anggota keluarga yang tidak punya ponsel sendiri.',
      'Ia mendaftar sendiri, memilih PIN sendiri, dan menemui petugas. Anda tidak dapat melihat isinya, ia tidak dapat melihat isi Anda.',
      'Ponsel hilang? Setiap orang melapor untuk dirinya sendiri.',
    ],
    label: 'Nama panggilan di ponsel ini',
    labelHint: 'Terlihat oleh semua pemakai ponsel ini. Contoh: Ibu',
    labelMissing: 'Isi nama panggilan.',
    add: 'Tambah dan mulai mendaftar',
    failed: 'Penyimpanan ponsel tidak dapat dibuka. Tutup aplikasi lain, lalu coba lagi.',
  },
  en: {
    bar: 'Who uses this phone',
    whose: (label) => `Wallet: ${label} · Change person`,
    choose: 'Whose wallet?',
    locked: 'Another wallet is opened with its owner’s own PIN.',
    remove: (label) => `Remove ${label} from this phone`,
    owner: 'Owner of the phone',
    addTitle: 'Add a member of the family',
    addMeaning: [
      'For members of the family who have no phone of their own.',
      'They register themselves, choose a PIN of their own, and meet an officer. You cannot see what is theirs, nor they what is yours.',
      'The phone is lost? Each person reports it for themselves.',
    ],
    label: 'Name on this phone',
    labelHint: 'Seen by everybody who uses this phone. Example: Mother',
    labelMissing: 'Fill in a name.',
    add: 'Add and begin to register',
    failed: 'The storage of the phone cannot be opened. Close other applications and try again.',
  },
});
