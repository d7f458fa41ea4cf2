import { IKD_CLAIMS } from '../issuance/ikdClaims.ts';
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
      { heading: 'Kuota', text: `Paling banyak ${quotaPerMonth} pemakaian dalam satu bulan kalender.` },
      {
        heading: 'Biaya',
        text: `Pencocokan Rp${prices.match} per NIK, pembacaan Rp${prices.read} per NIK, penyajian Rp${prices.present}, masuk Rp${prices.login} per pemakaian.`,
      },
      { heading: 'Jangka waktu', text: `Berlaku sejak disetujui sampai dengan ${endsOn}.` },
    ],
  };
}

/** The text that is accepted: its SHA-256 is kept with the acceptance. */
export function deedText({ title, articles }: Deed): string {
  const numbered = articles.map(({ heading, text }, index) => `Pasal ${index + 1}. ${heading}\n${text}`);
  return `${[title, ...numbered].join('\n\n')}\n`;
}
