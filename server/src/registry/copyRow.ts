const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** One row in PostgreSQL's text format (its manual, "COPY", File Formats), without the newline. */
export function copyRow(values: readonly (string | null)[]): string {
  let row = '';
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (i > 0) row += '\t';
    if (value === null) row += '\\N';
    else row += SPECIAL.test(value) ? value.replace(/[\\\t\n\r]/g, (char) => ESCAPES[char]!) : value;
  }
  return row;
}
