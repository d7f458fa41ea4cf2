import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    titles: { memorandum: 'Nota kesepahaman', agreement: 'Perjanjian kerja sama' },
    notYet: 'Naskah ini belum tersedia. Dukcapil sedang menyiapkannya.',
    accepted: 'Sudah disetujui',
    acceptedBy: (name: string, at: string) => `Oleh ${name}, ${at}.`,
    pdf: 'Unduh sebagai PDF',
    agree: (name: string) => `Saya sudah membaca naskah ini, dan berwenang menyetujuinya untuk ${name}.`,
    agreeMissing: 'Centang dahulu pernyataan di atas.',
    accept: 'Setujui',
  },
  en: {
    titles: { memorandum: 'Memorandum', agreement: 'Cooperation agreement' },
    notYet: 'This text is not available yet. Dukcapil is preparing it.',
    accepted: 'Accepted',
    acceptedBy: (name, at) => `By ${name}, ${at}.`,
    pdf: 'Download as PDF',
    agree: (name) => `I have read this text, which binds in Indonesian, and may accept it for ${name}.`,
    agreeMissing: 'Tick the statement above first.',
    accept: 'Accept',
  },
});
