import { IKD_CLAIMS } from '../issuance/ikdClaims.ts';
import type { IsoDate } from '../kit/date.ts';
import type { AgreementTerms, Partner } from './model.ts';

/** A deed as it is shown, signed and printed: the Indonesian words bind, so they are what the digest is taken of. */
export interface Deed {
  readonly title: string;
  readonly articles: readonly { readonly heading: string; readonly text: string }[];
}

/** The memorandum (MoU): what an admitted institution binds itself to before any terms are set. */
export function memorandum(partner: Pick<Partner, 'name' | 'application'>): Deed {
  const { registrationNumber, domain } = partner.application;
  return {
    title: `Nota Kesepahaman – ${partner.name}`,
    articles: [
      {
        heading: 'Para pihak',
        text: `Dukcapil sebagai penyelenggara, dan ${partner.name} (nomor registrasi ${registrationNumber}, domain ${domain}) sebagai Pengguna Data.`,
      },
      {
        heading: 'Maksud',
        text: 'Pengguna Data memakai layanan pembuktian, autentikasi, dan otorisasi hanya untuk tujuan yang diatur dalam Perjanjian Kerja Sama (PKS).',
      },
      {
        heading: 'Kerahasiaan',
        text: 'Pengguna Data menjaga kerahasiaan data penduduk sesuai Undang-Undang Nomor 27 Tahun 2022, tidak meneruskannya kepada pihak lain, dan melaporkan kebocoran dalam 3×24 jam.',
      },
      {
        heading: 'Kunci',
        text: 'Kunci pribadi tidak pernah keluar dari sistem Pengguna Data dan tidak dibagi. Kunci yang bocor segera diganti di portal mitra.',
      },
      {
        heading: 'Data balikan',
        text: 'Pengguna Data melaporkan hasil pemakaian data. Penduduk dapat melihat setiap pemakaian dan tujuannya.',
      },
      {
        heading: 'Penghentian',
        text: 'Dukcapil dapat menghentikan akses seketika bila ada penyalahgunaan.',
      },
    ],
  };
}

const FUNCTIONS = {
  openid: 'autentikasi (masuk dengan IKD)',
  match: 'pembuktian (pencocokan data)',
  present: 'pembuktian (penyajian IKD)',
  consent: 'otorisasi (persetujuan dan pembacaan data)',
} as const;

/** The cooperation agreement (PKS): the terms, in words. */
export function agreementDeed(partner: Pick<Partner, 'name'>, terms: AgreementTerms): Deed {
  const { scopes, purposes, nameThreshold, quotaPerMonth, prices, endsOn } = terms;
  return {
    title: `Perjanjian Kerja Sama – ${partner.name}`,
    articles: [
      { heading: 'Layanan', text: scopes.map((scope) => FUNCTIONS[scope]).join('; ') },
      ...purposes.map(({ id, text, attributes }) => ({
        heading: `Tujuan: ${text.id} (${id})`,
        text: `Data yang boleh diminta: ${attributes.map((name) => IKD_CLAIMS[name].id).join(', ')}.`,
      })),
      {
        heading: 'Pencocokan nama',
        text: `Nama dinyatakan sesuai bila kemiripannya paling sedikit ${nameThreshold} %.`,
      },
      {
        heading: 'Kuota',
        text: `Paling banyak ${inThousands(quotaPerMonth)} pemakaian dalam satu bulan kalender.`,
      },
      {
        heading: 'Biaya',
        text: `Pencocokan ${rupiah(prices.match)} per NIK, pembacaan ${rupiah(prices.read)} per NIK, penyajian ${rupiah(prices.present)}, masuk ${rupiah(prices.login)} per pemakaian.`,
      },
      { heading: 'Jangka waktu', text: `Berlaku sejak disetujui sampai dengan ${inWords(endsOn)}.` },
    ],
  };
}

/** The text that is accepted: its SHA-256 is kept with the acceptance. */
export function deedText({ title, articles }: Deed): string {
  const numbered = articles.map(({ heading, text }, index) => `Pasal ${index + 1}. ${heading}\n${text}`);
  return `${[title, ...numbered].join('\n\n')}\n`;
}

/** The deed inside its text: what was accepted is shown as it was, whatever later releases would write. */
export function deedOfText(text: string): Deed {
  const [title = '', ...articles] = text.trimEnd().split('\n\n');
  return {
    title,
    articles: articles.map((article) => {
      const [first = '', ...lines] = article.split('\n');
      return { heading: first.replace(/^Pasal \d+\. /, ''), text: lines.join('\n') };
    }),
  };
}

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

// Written out here, so that a text has one digest whatever the runtime thinks of a locale.
const inThousands = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.');
const rupiah = (amount: number): string => `Rp${inThousands(amount)}`;
const inWords = (day: IsoDate): string =>
  `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
