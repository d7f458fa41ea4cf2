import { dictionary } from '../../shared/i18n.ts';
import type { PasskeyCode } from '../../shared/passkey.ts';
import { passkeyWords } from '../../shared/passkeyWords.ts';

export const texts = dictionary({
  id: {
    title: 'Masuk ke meja petugas',
    lead: 'Pakai kunci sandi (passkey) perangkat ini: PIN, sidik jari, atau wajah Anda. Tidak ada kata sandi yang perlu diingat.',
    signIn: 'Masuk dengan kunci sandi',
    endedTitle: 'Silakan masuk lagi',
    newDevice: 'Perangkat baru',
    newDeviceLead: 'Belum pernah masuk di perangkat ini? Masukkan kode undangan dari kepala kantor Anda.',
    code: 'Kode undangan',
    codeHint: 'Contoh: K7QM-2XFD-9TRA. Berlaku 24 jam dan hanya sekali.',
    codeMissing: 'Isi kode undangan dahulu.',
    enrol: 'Daftarkan perangkat ini',
    demoTitle: 'Coba sebagai petugas contoh',
    demoLead:
      'Ini demonstrasi: siapa pun boleh mencoba. Perangkat Anda akan membuat kunci sandi baru untuk petugas contoh.',
    tryAs: (role: string, office: string) => `Coba sebagai ${role} ${office}`,
    tryRoles: { operator: 'petugas', headOfOffice: 'kepala kantor', ministry: 'kementerian' },
    otherOffices: 'Pilih kantor lain',
  },
  en: {
    title: 'Sign in to the officers’ desk',
    lead: 'Use this device’s passkey: your PIN, fingerprint or face. There is no password to remember.',
    signIn: 'Sign in with a passkey',
    endedTitle: 'Please sign in again',
    newDevice: 'New device',
    newDeviceLead: 'Never signed in on this device? Enter the invitation code from your head of office.',
    code: 'Invitation code',
    codeHint: 'Example: K7QM-2XFD-9TRA. Valid for 24 hours, and once only.',
    codeMissing: 'Enter the invitation code first.',
    enrol: 'Register this device',
    demoTitle: 'Try it as an example officer',
    demoLead:
      'This is a demonstration: anybody may try. Your device will make a new passkey for the example officer.',
    tryAs: (role, office) => `Try it as ${role} of ${office}`,
    tryRoles: { operator: 'an officer', headOfOffice: 'the head of office', ministry: 'the ministry' },
    otherOffices: 'Choose another office',
  },
});

/** In the person's language: what the browser said about the passkey, or the server's own words. */
export function signInRefusalText(refusal: { code: string; detail?: string }): string {
  return passkeyWords()[refusal.code as PasskeyCode] ?? refusal.detail ?? refusal.code;
}
