import { BLEED, type CardSide, ID1, type Mark } from '@jatidiri/core/card/side.ts';
import PDFDocument from 'pdfkit';
import { embedFonts } from '../../platform/pdf/embedFonts.ts';
import { fitText } from './fitText.ts';

const MM = 72 / 25.4;
const [PAGE_WIDTH, PAGE_HEIGHT] = [ID1.width + 2 * BLEED, ID1.height + 2 * BLEED];
/** How far below the top of its place a line of text stands, in parts of its size. */
const BASE_LINE = 0.718;

/**
 * Card sides as PDF for a card printer or a print shop, a page each: the page is the card with its bleed (BleedBox), TrimBox
 * says where it is cut (ISO 32000-1 section 14.11.2). Fonts are embedded, so that any printer prints the same.
 */
export function cardPdf(sides: readonly CardSide[], title: string, madeAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: 'id-ID',
    info: { Title: title, Author: 'Jatidiri', CreationDate: madeAt },
  });
  embedFonts(doc);
  const done = collect(doc);
  for (const side of sides) {
    doc.addPage({ size: [PAGE_WIDTH * MM, PAGE_HEIGHT * MM], margin: 0 });
    stateBoxes(doc);
    doc.save().scale(MM).translate(BLEED, BLEED);
    for (const mark of side) draw(doc, mark);
    doc.restore();
  }
  doc.end();
  return done;
}

function stateBoxes(doc: PDFKit.PDFDocument): void {
  const { data } = doc.page.dictionary as unknown as { data: object };
  Object.assign(data, {
    BleedBox: [0, 0, PAGE_WIDTH * MM, PAGE_HEIGHT * MM],
    TrimBox: [BLEED * MM, BLEED * MM, (BLEED + ID1.width) * MM, (BLEED + ID1.height) * MM],
  });
}

function draw(doc: PDFKit.PDFDocument, mark: Mark): void {
  const { x, y, width, height } = mark;
  switch (mark.kind) {
    case 'box':
      doc.rect(x, y, width, height).fill(mark.fill);
      return;
    case 'text': {
      const text = mark.text.reveal();
      const fitted = fitText(text, mark);
      const left = mark.align === 'center' ? x + (width - fitted.width) / 2 : x;
      doc.font(mark.bold ? 'bold' : 'plain').fontSize(fitted.size);
      // On one base line, however small the text had to become.
      doc.fillColor(mark.colour ?? '#000');
      doc.text(text, left, y + BASE_LINE * mark.size, { lineBreak: false, baseline: 'alphabetic' });
      return;
    }
    case 'picture':
      doc.save().rect(x, y, width, height).clip();
      doc.image(Buffer.from(mark.image.reveal()), x, y, {
        cover: [width, height],
        align: 'center',
        valign: 'center',
      });
      doc.restore();
      return;
    case 'path': {
      const scale = Math.min(width / mark.frame.width, height / mark.frame.height);
      doc
        .save()
        .translate(x + (width - mark.frame.width * scale) / 2, y + (height - mark.frame.height * scale) / 2);
      doc
        .scale(scale)
        .path(mark.path.reveal())
        .lineWidth(0.25 / scale)
        .lineCap('round')
        .lineJoin('round');
      doc.stroke(mark.stroke).restore();
      return;
    }
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const pieces: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Buffer) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
}
