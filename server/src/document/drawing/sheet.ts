import type { PlaceNames } from '@jatidiri/core/wilayah/tree.ts';
import PDFDocument from 'pdfkit';
import { embedFonts } from '../../platform/pdf/embedFonts.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import { reserveSignature, signPdf } from '../signing/signPdf.ts';
import { collected } from './collected.ts';
import { instantInWords } from './days.ts';
import { drawQr } from './drawQr.ts';

/** Who answers for a document, and what of it does not come from the registry. */
export interface Imprint {
  readonly office: string;
  /** Null where the office has none at the moment. */
  readonly headOfOffice: string | null;
  readonly place: PlaceNames;
  readonly signedAt: Date;
  /** What the QR says. */
  readonly address: string;
  /** Of invented people: the paper says so. */
  readonly specimen: boolean;
}

export const INK = '#1b1b1b';
export const SOFT = '#4a4a4a';
export const LINE = '#8c8c8c';
export const MARGIN = 40;

const QR_POINTS = 96;
const FOOT_HEIGHT = 100;
const BELOW_FOOT = 24;
const SIGNED_WIDTH = 230;

/** Draws a document on A4 and signs it; the paper carries its check and says who signed. */
export async function drawSigned(
  { title, layout }: { title: string; layout: 'portrait' | 'landscape' },
  imprint: Imprint,
  key: DocumentKey,
  work: (page: PDFKit.PDFDocument) => void,
): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    layout,
    // Nothing flows onto a page of its own: every drawing says where it stands.
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, Author: imprint.office, CreationDate: imprint.signedAt },
  });
  embedFonts(page);
  const pdf = collected(page);
  work(page);
  page.font('plain');
  reserveSignature(page, {
    name: imprint.office,
    reason: title,
    location: imprint.place.kabupatenKota,
    at: imprint.signedAt,
  });
  page.end();
  return signPdf(await pdf, key);
}

/** The check on the left, who signed on the right. */
export function paintFoot(page: PDFKit.PDFDocument, imprint: Imprint): void {
  const y = page.page.height - BELOW_FOOT - FOOT_HEIGHT;
  const right = page.page.width - MARGIN - SIGNED_WIDTH;
  drawQr(page, imprint.address, { x: MARGIN - 8, y, size: QR_POINTS });
  const text = { x: MARGIN + QR_POINTS, width: right - MARGIN - QR_POINTS - 20 };
  write(page, 'Periksa keasliannya', text.x, y + 8, { width: text.width, bold: true, size: 9 });
  write(
    page,
    'Pindai kode ini dengan kamera ponsel mana pun. Halaman yang terbuka menunjukkan apakah dokumen ini asli dan masih berlaku. ' +
      `Alamat yang benar: ${new URL(imprint.address).origin}`,
    text.x,
    page.y + 2,
    { width: text.width, size: 8, colour: SOFT },
  );
  const place = imprint.place.kabupatenKota;
  write(page, `${place}, ${instantInWords(imprint.signedAt)}`, right, y + 8, {
    width: SIGNED_WIDTH,
    size: 9,
  });
  write(page, imprint.office, right, page.y + 1, { width: SIGNED_WIDTH, size: 9, bold: true });
  write(page, 'Ditandatangani secara elektronik', right, page.y + 10, {
    width: SIGNED_WIDTH,
    size: 8,
    colour: SOFT,
  });
  if (imprint.headOfOffice) {
    write(page, imprint.headOfOffice, right, page.y + 10, { width: SIGNED_WIDTH, size: 9, bold: true });
    write(page, 'Kepala Dinas', right, page.y + 1, { width: SIGNED_WIDTH, size: 9 });
  }
  if (imprint.specimen)
    write(page, 'CONTOH: datanya sintetis, ini bukan dokumen resmi.', MARGIN, page.page.height - 22, {
      width: page.page.width - 2 * MARGIN,
      size: 8,
      bold: true,
      align: 'center',
    });
}

interface Style {
  readonly width: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'center';
}

/** Text at a place, broken where its width ends; the page's `y` stands below it afterwards. */
export function write(page: PDFKit.PDFDocument, text: string, x: number, y: number, style: Style): void {
  const { width, size, bold = false, colour = INK, align = 'left' } = style;
  page
    .font(bold ? 'bold' : 'plain')
    .fontSize(size)
    .fillColor(colour);
  page.text(text, x, y, { width, align, lineGap: 1 });
}
