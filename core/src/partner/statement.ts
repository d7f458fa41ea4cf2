import type { Prices, Use } from './model.ts';
import { USES } from './model.ts';

/** What one agreement's use in one month comes to, in rupiah: complete in itself, as it was when the month was closed. */
export interface Statement {
  /** `2026-11`. */
  readonly month: string;
  readonly partner: { readonly id: string; readonly name: string; readonly taxNumber: string };
  readonly agreement: string;
  readonly lines: readonly StatementLine[];
  readonly total: number;
}

export interface StatementLine {
  readonly use: Use;
  readonly count: number;
  /** Rupiah for one. */
  readonly price: number;
  readonly amount: number;
}

export function statementOf(
  partner: Statement['partner'],
  agreement: string,
  usage: { readonly month: string; readonly amount: number } & Readonly<Record<Use, number>>,
  prices: Prices,
): Statement {
  const lines = USES.map((use) => ({
    use,
    count: usage[use],
    price: prices[use],
    amount: usage[use] * prices[use],
  }));
  // Every use was priced when it was counted, under the very terms of this agreement.
  return { month: usage.month, partner, agreement, lines, total: usage.amount };
}

type Counted = { readonly month: string; readonly amount: number } & Readonly<Record<Use, number>>;

/** One line a month, whatever number of agreements it had; the order stays. */
export function byMonth(usages: readonly Counted[]): Counted[] {
  const months = new Map<string, Counted>();
  for (const usage of usages) {
    const known = months.get(usage.month);
    const { month, match, read, present, login, amount } = usage;
    months.set(month, {
      month,
      match: match + (known?.match ?? 0),
      read: read + (known?.read ?? 0),
      present: present + (known?.present ?? 0),
      login: login + (known?.login ?? 0),
      amount: amount + (known?.amount ?? 0),
    });
  }
  return [...months.values()];
}

const USE_NAMES: Record<Use, string> = {
  match: 'Pencocokan data per NIK',
  read: 'Pembacaan data per NIK',
  present: 'Penyajian IKD',
  login: 'Masuk dengan IKD',
};
export const useName = (use: Use): string => USE_NAMES[use];

/** RFC 4180, with the byte order mark that spreadsheets want. */
export function statementCsv(statements: readonly Statement[]): string {
  const head = ['bulan', 'lembaga', 'npwp', 'pks', 'layanan', 'jumlah', 'harga_rp', 'biaya_rp'];
  const rows = statements.flatMap(({ month, partner, agreement, lines }) =>
    lines.map(({ use, count, price, amount }) => [
      month,
      partner.name,
      partner.taxNumber,
      agreement,
      useName(use),
      count,
      price,
      amount,
    ]),
  );
  return `\ufeff${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula is led by an apostrophe: a spreadsheet would otherwise execute it. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@\t\r|]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
