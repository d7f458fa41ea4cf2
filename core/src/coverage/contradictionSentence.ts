import type { Contradiction } from './contradictions.ts';
import { baseNames } from './names.ts';

type Lang = 'id' | 'en';
export type Sentence = Readonly<Record<Lang, string>>;

/** A contradiction in one sentence of each language: what was printed, what follows, and what is in the way. */
export function sentenceOf(contradiction: Contradiction, regionName: string): Sentence {
  return { id: told(contradiction, regionName, 'id'), en: told(contradiction, regionName, 'en') };
}

function told(c: Contradiction, region: string, lang: Lang): string {
  const n = (value: number) => count(value, lang);
  const p = (value: number, decimals = 2) => percent(value, decimals, lang);
  const say = (id: string, en: string) => (lang === 'id' ? id : en);
  switch (c.kind) {
    case 'percentOfOtherBase': {
      const { base } = c;
      const name = baseNames[base.kind][lang];
      const printed = p(Number(c.printed), decimalsOf(c.printed));
      const own =
        c.ownRatio === null
          ? ''
          : say(
              `; bagiannya sendiri memberi ${p(c.ownRatio * 100)}`,
              `; its own parts give ${p(c.ownRatio * 100)}`,
            );
      if (base.targetPercent === null)
        return say(
          `${printed} di ${region} hanya muncul dari penyebut lain: ${n(c.numerator)} ÷ ${n(base.count)} (${name})${own}.`,
          `${printed} in ${region} results only from another base: ${n(c.numerator)} ÷ ${n(base.count)} (${name})${own}.`,
        );
      const formula = `${n(c.numerator)} ÷ (${p(base.targetPercent, 0)} × ${n(base.count)} ${name})`;
      const coverage = p((100 * c.numerator) / base.count);
      return say(
        `${printed} di ${region} adalah capaian target, bukan cakupan: ${formula}; cakupannya ${coverage}${own}.`,
        `${printed} in ${region} is target attainment, not coverage: ${formula}; the coverage is ${coverage}${own}.`,
      );
    }
    case 'percentOfNothing': {
      const printed = p(Number(c.printed), decimalsOf(c.printed));
      const { from, to } = c.impliedBase;
      return say(
        `${printed} di ${region} tidak mengikuti bagiannya, yang memberi ${p(c.ownRatio * 100)}; penyebutnya harus antara ${n(from)} dan ${n(to)}.`,
        `${printed} in ${region} does not follow from its parts, which give ${p(c.ownRatio * 100)}; the base would have to be between ${n(from)} and ${n(to)}.`,
      );
    }
    case 'twoValues': {
      const shown = (value: string) =>
        c.part === 'percentPublished' ? p(Number(value), decimalsOf(value)) : n(Number(value));
      const part = PARTS[c.part][lang];
      return say(
        `Untuk ${region} pada tanggal yang sama ada dua ${part}: ${shown(c.own)} dan ${shown(c.other)}.`,
        `For ${region} on the same day there are two values for the ${part}: ${shown(c.own)} and ${shown(c.other)}.`,
      );
    }
    case 'implausibleBase': {
      const expected = n(Number(c.expected.toPrecision(2)));
      return c.because === 'shareOfProvince'
        ? say(
            `${n(c.base)} sulit diterima sebagai penyebut ${region}: menurut bagiannya dari provinsi seharusnya sekitar ${expected}.`,
            `${n(c.base)} can hardly be the base of ${region}: by its share of the province about ${expected} would be expected.`,
          )
        : say(
            `${n(c.base)} sulit diterima sebagai penyebut ${region}: pada tanggal lain tercatat ${n(c.expected)}.`,
            `${n(c.base)} can hardly be the base of ${region}: on another day it was ${n(c.expected)}.`,
          );
    }
    case 'over100':
      return say(
        `Cakupan ${region} ${p(c.percent)}: melebihi 100%, jadi pembilang dan penyebutnya bukan dari penduduk yang sama.`,
        `Coverage of ${region} is ${p(c.percent)}: above 100%, so numerator and base are not of the same people.`,
      );
    case 'sumDiffers':
      return say(
        `Jumlah ${c.regions} wilayah (${PARTS[c.part].id}) ${n(c.sum)}, sedangkan ${region} tercetak ${n(c.whole)}: selisih ${n(Math.abs(c.sum - c.whole))}.`,
        `The ${c.regions} regions add up to ${n(c.sum)} (${PARTS[c.part].en}), but ${region} was printed as ${n(c.whole)}: a difference of ${n(Math.abs(c.sum - c.whole))}.`,
      );
    case 'stepBack':
      return say(
        `Hitungan kumulatif ${region} mundur: ${n(c.earlier)} pada ${c.earlierAsOf}, lalu ${n(c.later)} pada ${c.asOf}.`,
        `The cumulative count of ${region} goes back: ${n(c.earlier)} on ${c.earlierAsOf}, then ${n(c.later)} on ${c.asOf}.`,
      );
  }
}

const PARTS = {
  numerator: { id: 'pembilang', en: 'numerator' },
  denominator: { id: 'penyebut', en: 'denominator' },
  percentPublished: { id: 'persentase', en: 'percentage' },
} as const;

const LOCALES = { id: 'id-ID', en: 'en-GB' } as const;

function count(value: number, lang: Lang): string {
  return new Intl.NumberFormat(LOCALES[lang]).format(value);
}

function percent(value: number, decimals: number, lang: Lang): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return `${new Intl.NumberFormat(LOCALES[lang], digits).format(value)}%`;
}

function decimalsOf(printed: string): number {
  return printed.split('.')[1]?.length ?? 0;
}
