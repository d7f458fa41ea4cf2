import { dictionary } from '../../shared/i18n.ts';
import type { Checked } from './openCopy.ts';

type Titles = Record<Checked['kind'] | 'checking', string>;
type Why = Record<'expired' | 'withdrawn' | 'false', string>;

const titlesId: Titles = {
  checking: 'Memeriksa fotokopi',
  valid: 'Fotokopi ini berlaku',
  expired: 'Fotokopi ini sudah habis masa berlakunya',
  withdrawn: 'Fotokopi ini sudah ditarik',
  false: 'Jangan terima fotokopi ini',
  refused: 'Belum dapat diperiksa',
};
const titlesEn: Titles = {
  checking: 'Checking the photocopy',
  valid: 'This photocopy is valid',
  expired: 'This photocopy has run out',
  withdrawn: 'This photocopy was withdrawn',
  false: 'Do not accept this photocopy',
  refused: 'It could not be checked yet',
};
const whyId: Why = {
  expired: 'Hari terakhirnya sudah lewat. Datanya sudah dihapus.',
  withdrawn: 'Pemiliknya menariknya kembali, atau datanya tidak berlaku lagi. Datanya sudah dihapus.',
  false: 'Kode ini bukan dari layanan ini, atau sudah diubah.',
};
const whyEn: Why = {
  expired: 'Its last day is over. Its data have been deleted.',
  withdrawn: 'Its owner took it back, or its data hold no longer. They have been deleted.',
  false: 'This code is not of this service, or it was altered.',
};

export const texts = dictionary({
  id: {
    titles: titlesId,
    why: whyId,
    checking: 'Memeriksa tanda tangan …',
    again: 'Periksa lagi',
    askForNew: 'Minta yang baru: pemiliknya dapat membuatnya di ponsel dalam satu menit.',
    validUntil: (day: string) => `Berlaku sampai ${day}`,
    compare: 'Cocokkan dengan kertasnya. Bila berbeda, kertasnya yang diubah.',
    outdated: 'Data kependudukannya sudah berubah sejak fotokopi ini dibuat. Mintalah yang baru.',
    recipient: 'Untuk',
    purpose: 'Keperluan',
    made: 'Dibuat',
    notYours: 'Bukan untuk Anda, atau bukan untuk keperluan itu? Jangan dipakai.',
    shown: 'Data yang ditunjukkan',
    portrait: 'Foto pemilik',
    seen: 'Pemiliknya melihat bahwa fotokopi ini diperiksa dan kapan. Siapa Anda tidak dicatat.',
  },
  en: {
    titles: titlesEn,
    why: whyEn,
    checking: 'Checking the signature …',
    again: 'Check again',
    askForNew: 'Ask for a new one: its owner can make it on the phone within a minute.',
    validUntil: (day) => `Valid until ${day}`,
    compare: 'Compare it with the paper. If they differ, the paper was altered.',
    outdated: 'The population record has changed since this photocopy was made. Ask for a new one.',
    recipient: 'For',
    purpose: 'Purpose',
    made: 'Made',
    notYours: 'Not for you, or not for that purpose? Do not use it.',
    shown: 'What it shows',
    portrait: 'Portrait of the owner',
    seen: 'Its owner sees that this photocopy was checked, and when. Who you are is not recorded.',
  },
});
