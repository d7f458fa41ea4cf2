import type { Deed } from '@jatidiri/core/partner/deeds.ts';
import { type Statement, useName } from '@jatidiri/core/partner/statement.ts';
import PDFDocument from 'pdfkit';
import { embedFonts } from '../platform/pdf/embedFonts.ts';

const A4 = { size: 'A4', margin: 56, info: { Producer: 'Jatidiri', Creator: 'Jatidiri' } } as const;
const rupiah = (amount: number): string => `Rp${amount.toLocaleString('id-ID')}`;

/** A deed on paper, with who accepted which text when. */
export function deedPdf(
  deed: Deed,
  sha256: string,
  accepted: { at: string; by: string } | null,
): Promise<Buffer> {
  return draw((page) => {
    page.font('bold').fontSize(16).text(deed.title).moveDown();
    for (const [index, { heading, text }] of deed.articles.entries()) {
      page
        .font('bold')
        .fontSize(11)
        .text(`Pasal ${index + 1}. ${heading}`);
      page.font('plain').text(text).moveDown(0.6);
    }
    page.moveDown().fontSize(9);
    page.text(
      accepted
        ? `Disetujui secara elektronik oleh ${accepted.by} pada ${accepted.at}.`
        : 'Belum disetujui: naskah ini hanya untuk dibaca.',
    );
    page.text(`SHA-256 naskah: ${sha256}`);
  });
}

/** Where each column starts and how wide it is, in points; numbers stand to the right. */
const COLUMNS = [
  { x: 56, width: 220 },
  { x: 280, width: 70 },
  { x: 360, width: 70 },
  { x: 440, width: 99 },
] as const;

/** A month's statement on paper; one that is not final says so. */
export function statementPdf(statements: readonly Statement[], final: boolean): Promise<Buffer> {
  return draw((page) => {
    for (const [index, { month, partner, agreement, lines, total }] of statements.entries()) {
      if (index > 0) page.addPage();
      page.font('bold').fontSize(16).text(`Pernyataan pemakaian ${month}`).moveDown(0.5);
      page.font('plain').fontSize(10).text(partner.name).text(`NPWP ${partner.taxNumber}`);
      page.text(`PKS ${agreement}`);
      if (!final) page.font('bold').text('SEMENTARA: bulan ini belum ditutup.');
      page.moveDown();
      row(page, ['Layanan', 'Jumlah', 'Harga', 'Biaya'], 'bold');
      for (const { use, count, price, amount } of lines)
        row(page, [useName(use), count.toLocaleString('id-ID'), rupiah(price), rupiah(amount)], 'plain');
      row(page, ['Jumlah seluruhnya', '', '', rupiah(total)], 'bold');
    }
  });
}

function row(page: PDFKit.PDFDocument, cells: readonly string[], font: 'plain' | 'bold'): void {
  const y = page.y;
  page.font(font);
  for (const [index, cell] of cells.entries()) {
    const { x, width } = COLUMNS[index]!;
    page.text(cell, x, y, { width, align: index === 0 ? 'left' : 'right' });
  }
  page.text('', COLUMNS[0].x, y + 18);
}

function draw(paint: (page: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const page = embedFonts(new PDFDocument(A4));
  const chunks: Buffer[] = [];
  return new Promise((done, failed) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => done(Buffer.concat(chunks)));
    page.on('error', failed);
    paint(page);
    page.end();
  });
}
