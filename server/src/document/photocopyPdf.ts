import { claimLines } from '@jatidiri/core/document/claimLines.ts';
import type { PhotocopyContent } from '@jatidiri/core/document/signedPhotocopy.ts';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { embedFonts } from '../platform/pdf/embedFonts.ts';
import { collected } from './drawing/collected.ts';
import { dayInWords, instantInWords } from './drawing/days.ts';
import { drawQr } from './drawing/drawQr.ts';

const A4 = { size: 'A4', margin: 56 } as const;
const INK = '#1b1b1b';
const SOFT = '#555555';
const QR_POINTS = 150;
const PORTRAIT = { width: 96, height: 128 };

/** A photocopy on paper: for whom, for what and until when stand on it and behind everything that it shows. */
export async function photocopyPdf(content: PhotocopyContent, address: string): Promise<Buffer> {
  const portrait = await jpegOf(content.claims.reveal().portrait);
  return paint(content, address, portrait);
}

/** The same without its picture: a few kilobytes. */
export function lightPhotocopyPdf(content: PhotocopyContent, address: string): Promise<Buffer> {
  return paint(content, address, undefined);
}

function paint(content: PhotocopyContent, address: string, portrait: Buffer | undefined): Promise<Buffer> {
  return draw(content, (page) => {
    const below = paintData(page, content, portrait);
    // Over the picture too, so that it cannot be cut out; not over the code.
    watermark(page, content);
    paintCheck(page, address, below);
  });
}

/** PDF knows no WebP, which the portrait is (RFC 2397 data URL). */
async function jpegOf(dataUrl: string | undefined): Promise<Buffer | undefined> {
  if (!dataUrl) return undefined;
  const webp = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
  return sharp(webp).jpeg({ quality: 80 }).toBuffer();
}

function watermark(page: PDFKit.PDFDocument, { recipient, purpose, until }: PhotocopyContent): void {
  const text = `HANYA UNTUK ${recipient} · ${purpose} · SAMPAI ${dayInWords(until)}`.toUpperCase();
  page.save().fillColor('#b9c3de').fillOpacity(0.45).font('bold').fontSize(11);
  page.rotate(-32, { origin: [300, 420] });
  for (let y = -120; y < 1_000; y += 64) page.text(`${text}    ${text}`, -200, y, { lineBreak: false });
  page.restore().fillOpacity(1);
}

/** Answers where it ends. */
function paintData(
  page: PDFKit.PDFDocument,
  content: PhotocopyContent,
  portrait: Buffer | undefined,
): number {
  const { recipient, purpose, madeAt, until, claims } = content;
  page.fillColor(INK).font('bold').fontSize(18).text('Fotokopi digital KTP', 56, 56);
  page.font('plain').fontSize(11).moveDown(0.4);
  for (const [label, text] of [
    ['Untuk', recipient],
    ['Keperluan', purpose],
    ['Berlaku sampai', dayInWords(until)],
    ['Dibuat', instantInWords(madeAt)],
  ] as const)
    row(page, label, text, true);
  const top = page.y + 18;
  if (portrait) page.image(portrait, 443, top, PORTRAIT);
  page.y = top;
  for (const { label, text } of claimLines(claims.reveal())) row(page, label.id, text.id, false);
  return Math.max(page.y, portrait ? top + PORTRAIT.height : 0) + 24;
}

function paintCheck(page: PDFKit.PDFDocument, address: string, below: number): void {
  drawQr(page, address, { x: 56, y: below, size: QR_POINTS });
  page.fillColor(INK).font('bold').fontSize(12);
  page.text('Periksa sebelum menerima', 224, below + 8, { width: 315 });
  page.font('plain').fontSize(10.5).fillColor(SOFT);
  page.text(
    'Pindai kode ini dengan kamera ponsel mana pun. Halaman yang terbuka menunjukkan data yang sama, dan apakah fotokopi ini masih berlaku. ' +
      'Kertas tanpa pemeriksaan tidak membuktikan apa pun.',
    224,
    page.y + 4,
    { width: 315, lineGap: 2 },
  );
  page.text(`Alamat yang benar: ${new URL(address).origin}`, 224, page.y + 6, { width: 315 });
}

/** Labels in one column, what they say in the other. */
function row(page: PDFKit.PDFDocument, label: string, text: string, bold: boolean): void {
  const { y } = page;
  page.font('plain').fontSize(10.5).fillColor(SOFT).text(label, 56, y, { width: 130 });
  page.font(bold ? 'bold' : 'plain').fillColor(INK);
  page.text(text, 190, y, { width: 240 });
  page.y += 4;
}

function draw(content: PhotocopyContent, work: (page: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const page = new PDFDocument({
    ...A4,
    lang: 'id-ID',
    info: { Title: 'Fotokopi digital KTP', Author: 'Jatidiri', CreationDate: content.madeAt },
  });
  chooseFonts(page, content);
  const pdf = collected(page);
  work(page);
  page.end();
  return pdf;
}

/** What every reader has, which costs nothing; for other letters a font in the file, some 10 KB. */
function chooseFonts(page: PDFKit.PDFDocument, { recipient, purpose, claims }: PhotocopyContent): void {
  const { portrait: _, ...shown } = claims.reveal();
  if ([recipient, purpose, ...Object.values(shown)].every((text) => READERS_LETTERS.test(String(text))))
    page.registerFont('plain', 'Helvetica').registerFont('bold', 'Helvetica-Bold');
  else embedFonts(page);
}

/** Of Western Europe, as the fonts of a PDF reader have them (ISO 32000-1 annex D.2). */
const READERS_LETTERS = /^[\x20-\x7e\xa0-\xff]*$/;
