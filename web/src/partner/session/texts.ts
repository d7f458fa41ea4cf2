import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Masuk ke portal mitra',
    lead: 'Untuk wakil lembaga: rumah sakit, bank, BPJS, dan lainnya. Pakai kunci sandi (passkey) perangkat ini; tidak ada kata sandi yang perlu diingat.',
    signIn: 'Masuk dengan kunci sandi',
    endedTitle: 'Silakan masuk lagi',
    newTitle: 'Belum pernah masuk?',
    newLead:
      'Isi nama dan e-mail Anda. Perangkat ini lalu membuat kunci sandi, dan Anda dapat mengajukan lembaga Anda.',
    name: 'Nama Anda',
    nameMissing: 'Isi nama Anda.',
    email: 'E-mail kantor',
    emailMissing: 'Isi alamat e-mail yang lengkap.',
    code: 'Kode undangan',
    codeHint: 'Hanya bila lembaga Anda sudah terdaftar: minta kode dari rekan Anda.',
    enrol: 'Buat kunci sandi',
    demoTitle: 'Coba sebagai lembaga contoh',
    demoLead: 'Ini demonstrasi: siapa pun boleh mencoba. Perangkat Anda akan membuat kunci sandi baru.',
    tryAs: (name: string) => `Coba sebagai ${name}`,
    demoPerson: { name: 'Pengunjung (contoh)', email: 'pengunjung@contoh.example' },
  },
  en: {
    title: 'Sign in to the partner portal',
    lead: 'For those who act for an institution: a hospital, a bank, an insurer. Use this device’s passkey; there is no password to remember.',
    signIn: 'Sign in with a passkey',
    endedTitle: 'Please sign in again',
    newTitle: 'Never signed in before?',
    newLead:
      'Enter your name and e-mail address. This device then makes a passkey, and you can apply for your institution.',
    name: 'Your name',
    nameMissing: 'Enter your name.',
    email: 'Office e-mail',
    emailMissing: 'Enter a complete e-mail address.',
    code: 'Invitation code',
    codeHint: 'Only if your institution is registered already: ask a colleague for a code.',
    enrol: 'Make a passkey',
    demoTitle: 'Try it as an example institution',
    demoLead: 'This is a demonstration: anybody may try. Your device will make a new passkey.',
    tryAs: (name) => `Try it as ${name}`,
    demoPerson: { name: 'Visitor (example)', email: 'visitor@contoh.example' },
  },
});
