import { MARITAL_WORDS, relationWord, SEX_WORDS, TITLES } from '@jatidiri/core/document/paperWords.ts';
import type { KkContent, KkMember } from '@jatidiri/core/document/signedModel.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import { dayOnCard } from './days.ts';
import { drawSigned, type Imprint, INK, LINE, MARGIN, paintFoot, write } from './sheet.ts';

/** A column: its heading, its part of the width, and what it says of a member. */
type Column = readonly [heading: string, part: number, text: (member: KkMember) => string];

/** The two tables of the family card, with the columns that a record has. */
const ABOVE: readonly Column[] = [
  ['Nama Lengkap', 22, ({ name }) => name],
  ['NIK', 15, ({ nik }) => nik],
  ['Jenis Kelamin', 10, ({ sex }) => SEX_WORDS[sex]],
  ['Tempat Lahir', 13, ({ birthPlace }) => birthPlace],
  ['Tanggal Lahir', 10, ({ birthDate }) => dayOnCard(birthDate)],
  ['Agama', 9, ({ religion }) => religion],
  ['Jenis Pekerjaan', 16, ({ occupation }) => occupation],
  ['Gol. Darah', 5, ({ bloodType }) => bloodType ?? '-'],
];
const BELOW: readonly Column[] = [
  ['Nama Lengkap', 22, ({ name }) => name],
  ['Status Perkawinan', 18, ({ maritalStatus }) => MARITAL_WORDS[maritalStatus]],
  ['Tanggal Perkawinan', 18, ({ marriedOn }) => (marriedOn ? dayOnCard(marriedOn) : '-')],
  ['Status Hubungan Dalam Keluarga', 26, ({ relation, sex }) => relationWord(relation, sex)],
  ['Kewarganegaraan', 16, ({ citizenship }) => citizenship.toUpperCase()],
];
const MEMBERS_A_PAGE = 8;
const NUMBER_WIDTH = 22;
const HEADING_HEIGHT = 22;
const ROW_HEIGHT = 15;
const TEXT_SIZE = 8;
const SMALLEST = 5.5;

/** The family card for printing: A4 landscape as the paper one, eight members a page. */
export function kkPdf(content: KkContent, imprint: Imprint, key: DocumentKey): Promise<Buffer> {
  const { members } = content;
  const pages = Math.ceil(members.length / MEMBERS_A_PAGE);
  return drawSigned({ title: TITLES.kk, layout: 'landscape' }, imprint, key, (page) => {
    for (let i = 0; i < pages; i++) {
      if (i > 0) page.addPage();
      paintHead(page, content, imprint, pages > 1 ? `Halaman ${i + 1} dari ${pages}` : '');
      const from = i * MEMBERS_A_PAGE;
      const shown = members.slice(from, from + MEMBERS_A_PAGE);
      const below = paintTable(page, ABOVE, shown, from, 162);
      paintTable(page, BELOW, shown, from, below + 12);
      paintFoot(page, imprint);
    }
  });
}

function paintHead(page: PDFKit.PDFDocument, content: KkContent, { place }: Imprint, pages: string): void {
  const width = page.page.width - 2 * MARGIN;
  write(page, TITLES.kk, MARGIN, 36, { width, size: 22, bold: true, align: 'center' });
  write(page, `No. ${content.noKk}`, MARGIN, 63, { width, size: 13, bold: true, align: 'center' });
  write(page, pages, MARGIN, 82, { width, size: 8, align: 'center' });
  const half = width / 2;
  paintFacts(page, MARGIN, half, [
    ['Nama Kepala Keluarga', content.head],
    ['Alamat', content.address],
  ]);
  paintFacts(page, MARGIN + half + 20, half - 20, [
    ['Desa/Kelurahan', place.kelurahanDesa.toUpperCase()],
    ['Kecamatan', place.kecamatan.toUpperCase()],
    ['Kabupaten/Kota', place.kabupatenKota.toUpperCase()],
    ['Provinsi', place.provinsi.toUpperCase()],
  ]);
}

function paintFacts(
  page: PDFKit.PDFDocument,
  x: number,
  width: number,
  facts: readonly (readonly [string, string])[],
): void {
  let y = 98;
  for (const [label, text] of facts) {
    write(page, label, x, y, { width: 110, size: 9 });
    write(page, `: ${text}`, x + 112, y, { width: width - 116, size: 9, bold: true });
    y = Math.max(y + 14, page.y + 2);
  }
}

/** Answers where it ends. */
function paintTable(
  page: PDFKit.PDFDocument,
  columns: readonly Column[],
  members: readonly KkMember[],
  first: number,
  top: number,
): number {
  const width = page.page.width - 2 * MARGIN;
  const parts = columns.reduce((sum, [, part]) => sum + part, 0);
  const starts = [MARGIN, MARGIN + NUMBER_WIDTH];
  for (const [, part] of columns) starts.push(starts.at(-1)! + ((width - NUMBER_WIDTH) * part) / parts);
  const headings = ['No', ...columns.map(([heading]) => heading)];
  page.rect(MARGIN, top, width, HEADING_HEIGHT).fill('#ececec');
  for (const [i, heading] of headings.entries())
    cell(page, heading, starts[i]!, starts[i + 1]!, top, { height: HEADING_HEIGHT, bold: true });
  const bottom = top + HEADING_HEIGHT + members.length * ROW_HEIGHT;
  for (const [line, member] of members.entries()) {
    const texts = [String(first + line + 1), ...columns.map(([, , text]) => text(member))];
    const y = top + HEADING_HEIGHT + line * ROW_HEIGHT;
    for (const [i, text] of texts.entries())
      cell(page, text, starts[i]!, starts[i + 1]!, y, { height: ROW_HEIGHT, bold: false });
    page.moveTo(MARGIN, y).lineTo(MARGIN + width, y);
  }
  page.rect(MARGIN, top, width, bottom - top);
  for (const x of starts.slice(1, -1)) page.moveTo(x, top).lineTo(x, bottom);
  page.lineWidth(0.5).stroke(LINE);
  return bottom;
}

/** One line of text, smaller where it would not fit. */
function cell(
  page: PDFKit.PDFDocument,
  text: string,
  from: number,
  to: number,
  y: number,
  { height, bold }: { height: number; bold: boolean },
): void {
  const width = to - from - 6;
  page.font(bold ? 'bold' : 'plain').fontSize(TEXT_SIZE);
  const size = Math.max(SMALLEST, Math.min(TEXT_SIZE, (TEXT_SIZE * width) / page.widthOfString(text)));
  page.fontSize(size).fillColor(INK);
  page.text(text, from + 3, y + (height - size) / 2 + 0.5, {
    width,
    height: size + 1,
    lineBreak: false,
    ellipsis: true,
  });
}
