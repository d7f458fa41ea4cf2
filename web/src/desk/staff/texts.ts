import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    loading: 'Memuat daftar petugas …',
    states: { invited: 'Diundang', active: 'Aktif', suspended: 'Dinonaktifkan' },
    you: 'Anda',
    newCode: 'Kode perangkat baru',
    suspend: 'Nonaktifkan',
    reinstate: 'Aktifkan lagi',
    suspendTitle: (name: string) => `Nonaktifkan ${name}?`,
    suspendText:
      'Petugas langsung keluar dari semua perangkat, dan kunci tanda tangannya dicabut. Anda dapat mengaktifkannya lagi kapan saja.',
    suspendNow: 'Nonaktifkan sekarang',
    cancel: 'Batal',
    inviteTitle: 'Undang petugas baru',
    name: 'Nama petugas',
    nameMissing: 'Isi nama petugas.',
    role: 'Peran',
    roleHints: {
      operator: 'Melayani pemohon di meja',
      headOfOffice: 'Melayani pemohon dan mengatur petugas kantor ini',
    },
    invite: 'Buat kode undangan',
    codeTitle: (name: string) => `Kode undangan untuk ${name}`,
    codeHint: (until: string) =>
      `Berikan kode ini langsung kepada petugas. Kode berlaku sampai ${until}, hanya sekali, dan tidak ditampilkan lagi.`,
    codeHow: 'Petugas membuka halaman ini di perangkatnya, memilih “Perangkat baru”, lalu mengisi kode.',
    copy: 'Salin kode',
    copied: 'Kode sudah disalin.',
    close: 'Kode sudah saya berikan',
  },
  en: {
    loading: 'Loading the officers …',
    states: { invited: 'Invited', active: 'Active', suspended: 'Suspended' },
    you: 'you',
    newCode: 'Code for a new device',
    suspend: 'Suspend',
    reinstate: 'Reinstate',
    suspendTitle: (name) => `Suspend ${name}?`,
    suspendText:
      'The officer is signed out of all devices at once, and the signing keys are revoked. You can reinstate the officer at any time.',
    suspendNow: 'Suspend now',
    cancel: 'Cancel',
    inviteTitle: 'Invite a new officer',
    name: 'Name of the officer',
    nameMissing: 'Enter the officer’s name.',
    role: 'Role',
    roleHints: {
      operator: 'Serves applicants at the desk',
      headOfOffice: 'Serves applicants and manages the officers of this office',
    },
    invite: 'Make an invitation code',
    codeTitle: (name) => `Invitation code for ${name}`,
    codeHint: (until) =>
      `Give this code to the officer directly. It is valid until ${until}, once only, and is not shown again.`,
    codeHow: 'The officer opens this page on their device, chooses “New device” and enters the code.',
    copy: 'Copy the code',
    copied: 'The code has been copied.',
    close: 'I have given the code',
  },
});
