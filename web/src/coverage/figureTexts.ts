import { baseNames, indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { AssessedFigure, StatedFigure } from '@jatidiri/core/coverage/wire.ts';
import { dictionary } from '../shared/i18n.ts';

type Indicators = Record<StatedFigure['indicator'], string>;
type Bases = Record<StatedFigure['denominator']['kind'], string>;

/** One language of names that stand in both. */
function inLanguage<Key extends string>(
  names: Record<Key, Record<'id' | 'en', string>>,
  language: 'id' | 'en',
): Record<Key, string> {
  const entries = Object.entries(names) as [Key, Record<'id' | 'en', string>][];
  return Object.fromEntries(entries.map(([key, name]) => [key, name[language]])) as Record<Key, string>;
}

const indicatorsId: Indicators = inLanguage(indicatorNames, 'id');
const indicatorsEn: Indicators = inLanguage(indicatorNames, 'en');
const basesId: Bases = inLanguage(baseNames, 'id');
const basesEn: Bases = inLanguage(baseNames, 'en');

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
  return `${capital(figureTexts().indicators[indicator])}, ${regionName}`;
}

export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
