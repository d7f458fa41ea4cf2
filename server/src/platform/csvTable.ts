/** What a spreadsheet would run instead of showing: such a text gets an apostrophe in front, as OWASP advises. */
const RUNS = /^[=+\-@\t\r]/;

/** One field of a CSV (RFC 4180): numbers as they are, text so that no spreadsheet runs it. */
export function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function harmless(text: string): string {
  return RUNS.test(text) ? `'${text}` : text;
}

export function csvTable(
  heads: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  const lines = [heads.join(',')];
  for (const row of rows) lines.push(row.map(csvField).join(','));
  return `${lines.join('\r\n')}\r\n`;
}
