import { dictionary } from '../shared/i18n.ts';

export interface Article {
  readonly publisher: string;
  /** What the article calls itself, or what it is about where the copy at hand has no headline. */
  readonly title: string;
  readonly date: string;
}

/** The articles behind the source identifiers of the published figures. */
export const articles = dictionary<Readonly<Record<string, Article>>>({
  id: {
    '000_3630abed33f7d573': {
      publisher: 'ANTARA News Kalimantan Timur',
      title: 'Aktivasi IKD pada Pesta Rakyat Kalimantan Timur',
      date: 'Januari 2024',
    },
    '001_dda6087499fe30e2': {
      publisher: 'saranginews.com (JPNN)',
      title: 'Perekaman KTP Elektronik dan IKD Tertinggi, Kaltim Diganjar Penghargaan Kemendagri',
      date: 'November 2024',
    },
    '002_5de43315732b43cb': {
      publisher: 'DKP3A Provinsi Kalimantan Timur',
      title: 'Capaian Perekaman KTP-el Kaltim per 13 Juni Capai 98,75 persen',
      date: '21 Juni 2024',
    },
    '003_1756608ca704ece1': {
      publisher: 'Dailykaltim.co',
      title: 'Capaian IKD Penajam Paser Utara',
      date: 'tanpa tanggal',
    },
    '004_ba667fb45dfc5222': {
      publisher: 'ANTARA, Samarinda',
      title: 'Aktivasi KTP Digital di Kota Samarinda',
      date: 'Oktober 2023',
    },
  },
  en: {
    '000_3630abed33f7d573': {
      publisher: 'ANTARA News Kalimantan Timur',
      title: 'IKD activations at the people’s fair of East Kalimantan',
      date: 'January 2024',
    },
    '001_dda6087499fe30e2': {
      publisher: 'saranginews.com (JPNN)',
      title: 'Perekaman KTP Elektronik dan IKD Tertinggi, Kaltim Diganjar Penghargaan Kemendagri',
      date: 'November 2024',
    },
    '002_5de43315732b43cb': {
      publisher: 'DKP3A Provinsi Kalimantan Timur',
      title: 'Capaian Perekaman KTP-el Kaltim per 13 Juni Capai 98,75 persen',
      date: '21 June 2024',
    },
    '003_1756608ca704ece1': {
      publisher: 'Dailykaltim.co',
      title: 'IKD in Penajam Paser Utara',
      date: 'undated',
    },
    '004_ba667fb45dfc5222': {
      publisher: 'ANTARA, Samarinda',
      title: 'Activation of the digital KTP in Samarinda',
      date: 'October 2023',
    },
  },
});
