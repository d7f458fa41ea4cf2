import { baseNames, indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import { type OutCell, type OutSheet, writeXlsx } from './writeXlsx.ts';

/** A region's figures for offices, in Indonesian: whoever corrects a part sees what becomes of the percentage. */
export function regionWorkbook(figures: RegionReply): Uint8Array {
  return writeXlsx([indicatorSheet(figures), childrenSheet(figures), trendSheet(figures)]);
}

const WITHHELD = 'disembunyikan (kurang dari 10)';
const UNKNOWN = 'belum ada data';

function indicatorSheet({ name, indicators, countedUpTo }: RegionReply): OutSheet {
  const head = [
    'Wilayah',
    'Indikator',
    'Pembilang',
    'Penyebut',
    'Jenis penyebut',
    'Cakupan',
    'Target (%)',
    'Capaian target',
    'Keadaan per',
    'Sumber',
  ];
  return {
    name: 'Indikator',
    widths: [26, 34, 14, 14, 26, 12, 12, 16, 14, 44],
    heads: 1,
    rows: [
      head,
      ...indicators.map(({ indicator, coverage, targetAttainment }, i): OutCell[] => {
        const title = indicatorNames[indicator].id;
        if (!coverage) return [name, title, UNKNOWN];
        const row = i + 2;
        return [
          name,
          title,
          coverage.numerator,
          coverage.denominator.count,
          baseNames[coverage.denominator.kind].id,
          { formula: `IF(D${row}=0,"",C${row}/D${row})`, value: coverage.ratio, percent: true },
          targetAttainment ? targetAttainment.targetPercent : null,
          targetAttainment
            ? {
                formula: `IF(D${row}=0,"",C${row}/(G${row}/100*D${row}))`,
                value: targetAttainment.ratio,
                percent: true,
              }
            : null,
          coverage.asOf ?? '',
          `proyeksi registri Jatidiri, entri buku besar nomor ${countedUpTo}`,
        ];
      }),
    ],
  };
}

function childrenSheet({ children, target }: RegionReply): OutSheet {
  const head = [
    'Kode',
    'Wilayah',
    'IKD aktif',
    'Wajib KTP',
    'Cakupan dari wajib KTP',
    'Target (%)',
    'Capaian target',
    'Masih kurang',
    'Keadaan per',
  ];
  const rows = children.map(
    ({ code, name, ikdActive, wajibKtp, coverage, targetAttainment }, i): OutCell[] => {
      if (ikdActive === null || wajibKtp === null) return [code, name, WITHHELD];
      const row = i + 2;
      const percent = targetAttainment?.targetPercent ?? target.percent;
      return [
        code,
        name,
        ikdActive,
        wajibKtp,
        { formula: `IF(D${row}=0,"",C${row}/D${row})`, value: coverage?.ratio ?? null, percent: true },
        percent,
        {
          formula: `IF(D${row}=0,"",C${row}/(F${row}/100*D${row}))`,
          value: targetAttainment?.ratio ?? null,
          percent: true,
        },
        {
          formula: `MAX(0,ROUNDUP(F${row}/100*D${row},0)-C${row})`,
          value: Math.max(0, Math.ceil((percent * wajibKtp) / 100) - ikdActive),
        },
        coverage?.asOf ?? '',
      ];
    },
  );
  const last = rows.length + 1;
  const numbers = children.map(({ ikdActive, wajibKtp }) => [ikdActive ?? 0, wajibKtp ?? 0] as const);
  const sum = (part: 0 | 1) => numbers.reduce((total, pair) => total + pair[part], 0);
  const total: OutCell[] = [
    null,
    // A sum over what is shown is not the region's.
    children.some(({ ikdActive, wajibKtp }) => ikdActive === null || wajibKtp === null)
      ? 'Jumlah yang ditampilkan saja'
      : 'Jumlah',
    { formula: `SUM(C2:C${last})`, value: sum(0) },
    { formula: `SUM(D2:D${last})`, value: sum(1) },
    {
      formula: `IF(D${last + 1}=0,"",C${last + 1}/D${last + 1})`,
      value: sum(1) ? sum(0) / sum(1) : null,
      percent: true,
    },
  ];
  return {
    name: 'Wilayah',
    widths: [14, 30, 14, 14, 22, 12, 16, 14, 14],
    heads: 1,
    rows: [head, ...rows, total],
  };
}

function trendSheet({ trend }: RegionReply): OutSheet {
  return {
    name: 'Riwayat',
    widths: [14, 14, 14, 22],
    heads: 1,
    rows: [
      ['Tanggal', 'IKD aktif', 'Wajib KTP', 'Cakupan dari wajib KTP'],
      ...trend.map(({ day, ikdActive, wajibKtp }, i): OutCell[] => [
        day,
        ikdActive,
        wajibKtp,
        {
          formula: `IF(C${i + 2}=0,"",B${i + 2}/C${i + 2})`,
          value: wajibKtp ? ikdActive / wajibKtp : null,
          percent: true,
        },
      ]),
    ],
  };
}
