import { type Message, NEVER_ASKED } from '../activation/index.ts';

/** What a resident is told about the own identity; every channel says the same. */
export type Notice =
  | { readonly kind: 'code'; readonly code: string }
  /** Proven by somebody; `stop` is the link that stops it. */
  | { readonly kind: 'coolingOff'; readonly ripeAt: Date; readonly stop: string }
  | { readonly kind: 'moved' | 'reset' | 'held' | 'resumed' | 'stopped' };

const NOT_YOU =
  'Bukan Anda? Segera datang ke kantor Dukcapil mana pun dengan KTP-el, atau bekukan KTP Digital Anda di halaman depan layanan ini (Ponsel hilang).';

/** The words of a notice. No name, no NIK: messages may be read by others. None asks for anything. */
export function messageOf(notice: Notice): Message {
  switch (notice.kind) {
    case 'code':
      return {
        subject: 'Kode pemulihan KTP Digital',
        paragraphs: [
          `Kode pemulihan KTP Digital Anda: ${notice.code}`,
          'Kode berlaku satu hari. Ketik hanya di ponsel yang ada di tangan Anda, pada halaman pemulihan yang Anda buka sendiri. Jangan beri tahu siapa pun, juga tidak petugas.',
          'Tidak meminta kode? Ada yang mengetahui NIK dan nama Anda dan mencoba memulihkan KTP Digital Anda. Tanpa kode ini dan wajah Anda, ia tidak berhasil.',
          `Your recovery code: ${notice.code}. Tell nobody. Not you? Without this code and your face nobody succeeds.`,
        ],
        short: `${notice.code} kode pemulihan KTP Digital. Jangan beri tahu siapa pun, juga petugas. Tidak meminta? Abaikan: tanpa wajah Anda tidak ada yang berhasil.`,
      };
    case 'coolingOff': {
      const at = inKaltim(notice.ripeAt);
      return {
        subject: 'PENTING: KTP Digital Anda sedang dipulihkan',
        paragraphs: [
          `Seseorang membuktikan diri sebagai Anda untuk memulihkan KTP Digital. Pemulihan baru dapat selesai sesudah ${at}.`,
          'Itu Anda? Tidak perlu berbuat apa-apa.',
          'Bukan Anda? Buka tautan ini dan tekan “Hentikan”. Tidak ada data yang diminta.',
          notice.stop,
          NEVER_ASKED,
          `Somebody proved to be you to recover your digital KTP; it can be completed after ${at}. Not you? Open the link and press “Stop”. It asks for no data.`,
        ],
        short: `KTP Digital Anda sedang dipulihkan, selesai ${at}. Bukan Anda? Hentikan: ${notice.stop}`,
      };
    }
    case 'moved':
      return {
        subject: 'KTP Digital Anda pindah ke ponsel lain',
        paragraphs: [
          'KTP Digital Anda baru saja pindah ke ponsel lain. Di ponsel sebelumnya ia tidak berlaku lagi.',
          NOT_YOU,
          NEVER_ASKED,
          'Your digital KTP has just moved to another phone. Not you? Go to any Dukcapil office at once.',
        ],
        short:
          'KTP Digital Anda pindah ke ponsel lain. Bukan Anda? Segera ke kantor Dukcapil mana pun, atau bekukan di halaman depan layanan.',
      };
    case 'reset':
      return {
        subject: 'PIN KTP Digital Anda dibuat baru',
        paragraphs: [
          'PIN KTP Digital Anda boleh dibuat baru di ponsel Anda.',
          NOT_YOU,
          NEVER_ASKED,
          'A new PIN may be chosen for your digital KTP. Not you? Go to any Dukcapil office at once.',
        ],
        short: 'PIN KTP Digital Anda dibuat baru. Bukan Anda? Segera ke kantor Dukcapil mana pun.',
      };
    case 'held':
      return {
        subject: 'KTP Digital Anda dibekukan',
        paragraphs: [
          'KTP Digital Anda dibekukan karena ponselnya dilaporkan hilang. Ia tidak dapat dipakai siapa pun.',
          'Ponsel masih ada pada Anda? Buka KTP Digital di ponsel itu dan pulihkan dengan PIN. Jika tidak bisa, datang ke kantor Dukcapil mana pun dengan KTP-el.',
          NEVER_ASKED,
          'Your digital KTP is on hold because its phone was reported lost. Still have it? Open it there and resume it with your PIN.',
        ],
        short:
          'KTP Digital Anda dibekukan: ponsel dilaporkan hilang. Ponsel masih ada? Buka KTP Digital di ponsel itu dan pulihkan dengan PIN.',
      };
    case 'resumed':
      return {
        subject: 'KTP Digital Anda berlaku lagi',
        paragraphs: [
          'KTP Digital Anda yang dibekukan berlaku lagi di ponselnya.',
          NOT_YOU,
          'Your digital KTP is valid again on its phone. Not you? Go to any Dukcapil office at once.',
        ],
        short: 'KTP Digital Anda berlaku lagi di ponselnya. Bukan Anda? Segera ke kantor Dukcapil mana pun.',
      };
    case 'stopped':
      return {
        subject: 'Pemulihan KTP Digital dihentikan',
        paragraphs: [
          'Pemulihan KTP Digital Anda dihentikan. Selama 7 hari ia hanya dapat dipulihkan di depan petugas, di kantor Dukcapil mana pun.',
          'The recovery of your digital KTP was stopped. For 7 days it can be recovered only before an officer, at any Dukcapil office.',
        ],
        short:
          'Pemulihan KTP Digital dihentikan. Selama 7 hari hanya bisa di depan petugas, di kantor Dukcapil mana pun.',
      };
  }
}

/** Kalimantan Timur is on WITA (UTC+8), without summer time. */
function inKaltim(at: Date): string {
  const [day, time] = new Date(at.getTime() + 8 * 3_600_000).toISOString().split('T') as [string, string];
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 5)} WITA`;
}

/** Longer links than others' cannot be told apart by a reader; ours name the page that stops, and nothing else. */
export const stopLink = (portal: string, token: string): string => `${portal}/hentikan#${token}`;
