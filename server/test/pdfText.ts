import { inflateSync } from 'node:zlib';

/** The text that a PDF shows, from its content streams, runs of one line joined; whether its fonts are embedded or not. */
export function textIn(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const letters = lettersOf(objects);
  const lines: string[] = [];
  for (const { stream } of objects.values()) {
    let font = '';
    for (const [, chosen, shown] of (stream ?? '').matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g))
      if (chosen) font = chosen;
      else lines.push(decode(shown!, letters.get(font)));
  }
  return lines.join(' ');
}

/** The names of the fonts whose letters are in the file itself, and of the others. */
export function fontsOf(pdf: Buffer): { readonly embedded: string[]; readonly standard: string[] } {
  const bodies = [...objectsOf(pdf).values()].map(({ body }) => body);
  const named = (kind: RegExp) =>
    bodies.filter((body) => kind.test(body)).map((body) => /\/(?:FontName|BaseFont) \/(\S+)/.exec(body)![1]!);
  return { embedded: named(/\/FontFile2 /), standard: named(/\/Subtype \/Type1\b/) };
}

interface PdfObject {
  readonly body: string;
  readonly stream: string | undefined;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const found = pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g);
  return new Map([...found].map(([, id, body]) => [id!, { body: body!, stream: streamOf(body!) }]));
}

/** By its length: the last byte of what is packed may be a carriage return of its own. */
function streamOf(body: string): string | undefined {
  const before = /FlateDecode[^>]*>>\s*stream\r?\n/.exec(body);
  if (!before) return undefined;
  const from = before.index + before[0].length;
  const length = Number(/\/Length (\d+)/.exec(body)![1]);
  return inflateSync(Buffer.from(body.slice(from, from + length), 'latin1')).toString('latin1');
}

/** Of each embedded font, what its glyphs mean (ToUnicode, ISO 32000-1 section 9.10.3). */
function lettersOf(objects: ReadonlyMap<string, PdfObject>): Map<string, string[]> {
  const letters = new Map<string, string[]>();
  for (const { body } of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id!)?.body ?? '')?.[1];
      const meanings = map && objects.get(map)?.stream;
      if (meanings) letters.set(name!, rangesOf(meanings));
    }
  return letters;
}

function rangesOf(map: string): string[] {
  const meanings: string[] = [];
  for (const [, from, list] of map.matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/g))
    for (const [index, [, utf16]] of [...list!.matchAll(/<([\da-f]*)>/g)].entries())
      meanings[Number.parseInt(from!, 16) + index] = Buffer.from(utf16!, 'hex').swap16().toString('utf16le');
  return meanings;
}

function decode(shown: string, meanings: readonly string[] | undefined): string {
  const hex = [...shown.matchAll(/<([\da-f]*)>/g)].map(([, digits]) => digits).join('');
  if (!meanings) return Buffer.from(hex, 'hex').toString('latin1');
  return (hex.match(/.{4}/g) ?? []).map((glyph) => meanings[Number.parseInt(glyph, 16)] ?? '�').join('');
}
