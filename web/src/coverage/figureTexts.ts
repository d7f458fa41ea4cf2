import type { AssessedFigure, StatedFigure } from '@jatidiri/core/coverage/wire.ts';
import { dictionary } from '../shared/i18n.ts';

type Indicators = Record<StatedFigure['indicator'], string>;
type Bases = Record<StatedFigure['denominator']['kind'], string>;

const indicatorsId: Indicators = {
  ikdActive: 'IKD aktif',
  ktpElRecorded: 'perekaman KTP-el',
  pemilihPemulaRecorded: 'perekaman KTP-el pemilih pemula',
  pemilihPemulaPrinted: 'KTP-el pemilih pemula tercetak',
  pemilihPemulaHandedOver: 'KTP-el pemilih pemula diserahkan',
  kiaOwned: 'kepemilikan KIA',
  outreachActivations: 'aktivasi IKD saat jemput bola',
};
const basesId: Bases = {
  wajibKtp: 'wajib KTP',
  recorded: 'penduduk yang sudah rekam KTP-el',
  pemilihPemula: 'pemilih pemula',
  childrenUnder17: 'anak di bawah 17 tahun',
};
const indicatorsEn: Indicators = {
  ikdActive: 'active IKD',
  ktpElRecorded: 'KTP-el recorded',
  pemilihPemulaRecorded: 'KTP-el recorded among first-time voters',
  pemilihPemulaPrinted: 'KTP-el printed for first-time voters',
  pemilihPemulaHandedOver: 'KTP-el handed to first-time voters',
  kiaOwned: 'KIA owned',
  outreachActivations: 'IKD activated at outreach',
};
const basesEn: Bases = {
  wajibKtp: 'wajib KTP',
  recorded: 'residents whose KTP-el is recorded',
  pemilihPemula: 'first-time voters',
  childrenUnder17: 'children under 17',
};

/** How a figure is named, written out and sourced. */
export const figureTexts = dictionary({
  id: {
    indicators: indicatorsId,
    bases: basesId,
    noBase: 'belum dapat dihitung: penyebutnya nol',
    formula: 'Rumus',
    numbers: 'Angka',
    stated: (day: string, source: string) => `Keadaan per ${day}. Sumber: ${source}.`,
    undated: 'hari yang tidak disebut',
    projection: (entry: string) => `proyeksi registri Jatidiri, entri buku besar nomor ${entry}`,
    published: 'angka yang dipublikasikan',
  },
  en: {
    indicators: indicatorsEn,
    bases: basesEn,
    noBase: 'cannot be computed yet: the base is zero',
    formula: 'Formula',
    numbers: 'Numbers',
    stated: (day, source) => `As of ${day}. Source: ${source}.`,
    undated: 'an unnamed day',
    projection: (entry) => `Jatidiri registry projection, ledger entry ${entry}`,
    published: 'published figures',
  },
});

/** `Perekaman KTP-el, Kota Balikpapan` */
export function nameOf({ indicator, regionName }: Pick<AssessedFigure, 'indicator' | 'regionName'>): string {
  const name = figureTexts().indicators[indicator];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${regionName}`;
}
