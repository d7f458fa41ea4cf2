import type { RecoveryKind } from '@jatidiri/core/recovery/model.ts';
import { dictionary } from '../../shared/i18n.ts';

type ByKind = Record<RecoveryKind, string>;

export const texts = dictionary({
  id: {
    title: 'Ponsel baru atau lupa PIN',
    lead: 'Untuk orang yang KTP Digital-nya aktif, dari daerah mana pun. Pastikan dahulu: orangnya hadir sendiri, membawa KTP-el.',
    scan: 'Lanjut: pindai QR ponselnya',
    scanLead:
      'Di ponsel baru: buka Dompet, “Pindahkan dari ponsel lain”, lalu “Pindahkan dari ponsel lama”. Lupa PIN: “Lupa PIN?” di ponsel itu.',
    looking: 'Mencari …',
    decide: {
      move: 'Pindahkan KTP Digital ke ponsel ini?',
      reset: 'Izinkan PIN baru di ponsel ini?',
    } as ByKind,
    record: 'Data kependudukan',
    photograph: 'Foto perekaman',
    noPhotograph: 'Tidak ada foto perekaman. Bandingkan wajah dengan KTP-el.',
    code: 'Kode di ponselnya harus:',
    approve: { move: 'Pindahkan sekarang', reset: 'Izinkan PIN baru' } as ByKind,
    signed: 'Keputusan ini ditandatangani dengan kunci perangkat Anda, dan warga melihatnya di jejaknya.',
    done: { move: 'KTP Digital sudah pindah', reset: 'PIN baru diizinkan' } as ByKind,
    doneNext: {
      move: 'Ponsel baru menampilkannya dalam beberapa detik. Di ponsel lama tidak berlaku lagi.',
      reset: 'Pemilik memilih PIN baru di ponselnya sekarang.',
    } as ByKind,
    about: (name: string) => `Pemohon: ${name}`,
    finish: 'Selesai',
  },
  en: {
    title: 'New phone, or forgotten PIN',
    lead: 'For somebody whose digital KTP is active, from whatever region. First make sure: the person is here themselves, with the KTP-el.',
    scan: 'Next: scan the QR of the phone',
    scanLead:
      'On the new phone: open the wallet, “Move it from another phone”, then “Move it from the old phone”. Forgotten PIN: “Forgot the PIN?” on that phone.',
    looking: 'Looking …',
    decide: { move: 'Move the digital KTP to this phone?', reset: 'Allow a new PIN on this phone?' },
    record: 'Population record',
    photograph: 'Recorded photograph',
    noPhotograph: 'There is no recorded photograph. Compare the face with the KTP-el.',
    code: 'The phone has to show:',
    approve: { move: 'Move it now', reset: 'Allow a new PIN' },
    signed: 'This decision is signed with the key of your device, and the resident sees it in the trail.',
    done: { move: 'The digital KTP has moved', reset: 'A new PIN is allowed' },
    doneNext: {
      move: 'The new phone shows it within seconds. On the old one it is valid no longer.',
      reset: 'Its owner now chooses a new PIN on the phone.',
    },
    about: (name) => `Applicant: ${name}`,
    finish: 'Finish',
  },
});
