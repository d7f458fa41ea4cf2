import type { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Mail } from '../platform/mail/mailer.ts';

const SYNTHETIC = {
  id: 'Ini demonstrasi: semua data di sini sintetis, bukan data orang sungguhan.',
  en: 'This is a demonstration: all data are synthetic, no real person is meant.',
};

/** The mail that asks for the second yes. No name, no NIK: a mailbox may be read by others. */
export function confirmationMail(to: Personal<string, 'email'>, link: string, demo: boolean): Mail {
  const paragraphs = [
    ...(demo ? [`${SYNTHETIC.id} / ${SYNTHETIC.en}`] : []),
    'Petugas Dukcapil telah memeriksa Anda dan menyetujui aktivasi KTP Digital (IKD) di ponsel Anda.',
    'Tinggal satu langkah: buka tautan ini dan tekan “Ya, aktifkan KTP Digital saya”. Tautan berlaku 2 hari dan hanya sekali. Boleh dibuka di perangkat lain.',
    link,
    'Tidak merasa mendaftar? Jangan buka tautannya. Beri tahu kantor Dukcapil. Kami tidak pernah meminta PIN, kata sandi, atau kode lewat e-mail.',
    'An officer has approved the activation of your digital KTP (IKD). Open the link and press “Yes, activate my digital KTP”. It works once, for two days, on any device.',
  ];
  const body = paragraphs.map((text) => (text === link ? linkHtml(link) : `<p>${text}</p>`)).join('\n');
  return {
    to,
    subject: `${demo ? '[SINTETIS] ' : ''}Konfirmasi aktivasi KTP Digital Anda`,
    text: `${paragraphs.join('\n\n')}\n`,
    html: `<!doctype html><html lang="id"><body style="font:16px/1.5 sans-serif;max-width:34em">${body}</body></html>`,
  };
}

/** `link` is built by us from the configured origin and a base64url token: nothing in it needs escaping. */
function linkHtml(link: string): string {
  return `<p><a href="${link}">${link}</a></p>`;
}
