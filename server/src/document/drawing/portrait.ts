import { INK, MARGIN, SOFT, write } from './sheet.ts';

// What stands on an A4 page in portrait: who issues it, what it is, and lines of facts.

export type Fact = readonly [label: string, text: string];

interface Title {
  readonly above: string;
  readonly office: string;
  readonly title: string;
  readonly number: string;
}

const LABEL_WIDTH = 150;

/** The page's `y` stands below it afterwards. */
export function paintTitle(page: PDFKit.PDFDocument, { above, office, title, number }: Title): void {
  const width = page.page.width - 2 * MARGIN;
  const centred = { width, align: 'center' } as const;
  write(page, above, MARGIN, 56, { ...centred, size: 11 });
  write(page, office.toUpperCase(), MARGIN, page.y + 2, { ...centred, size: 11, bold: true });
  rule(page, page.y + 10);
  write(page, title, MARGIN, page.y + 26, { ...centred, size: 20, bold: true });
  write(page, `Nomor ${number}`, MARGIN, page.y + 4, { ...centred, size: 12 });
  page.y += 26;
}

export function paintFact(page: PDFKit.PDFDocument, [label, text]: Fact): void {
  const { y } = page;
  write(page, label, MARGIN, y, { width: LABEL_WIDTH, size: 11, colour: SOFT });
  const width = page.page.width - 2 * MARGIN - LABEL_WIDTH;
  write(page, text, MARGIN + LABEL_WIDTH, y, { width, size: 11, bold: true });
  page.y += 5;
}

function rule(page: PDFKit.PDFDocument, y: number): void {
  page
    .moveTo(MARGIN, y)
    .lineTo(page.page.width - MARGIN, y)
    .lineWidth(1)
    .stroke(INK);
}
