/**
 * The fields of one CSV line (RFC 4180 section 2, rules 4 to 7): comma, optional quotation marks, a doubled mark
 * inside. Line breaks inside a field are not taken. Undefined when the marks do not match.
 */
export function splitFields(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  for (let at = 0; ; ) {
    const end = line[at] === '"' ? endOfQuoted(line, at) : endOfPlain(line, at);
    if (end === undefined) return undefined;
    const field = line.slice(at, end);
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === line.length) return fields;
    at = end + 1;
  }
}

function endOfPlain(line: string, from: number): number | undefined {
  const comma = line.indexOf(',', from);
  const end = comma < 0 ? line.length : comma;
  const mark = line.indexOf('"', from);
  return mark >= 0 && mark < end ? undefined : end;
}

function endOfQuoted(line: string, from: number): number | undefined {
  for (let mark = line.indexOf('"', from + 1); mark >= 0; mark = line.indexOf('"', mark + 2)) {
    if (line[mark + 1] === '"') continue;
    return mark + 1 === line.length || line[mark + 1] === ',' ? mark + 1 : undefined;
  }
  return undefined;
}

/** One CSV line without its line break; marks only where a field needs them (RFC 4180 section 2). */
export function joinFields(fields: readonly string[]): string {
  return fields
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',');
}
