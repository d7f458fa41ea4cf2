import PDFDocument from 'pdfkit';
import { embedFonts } from '../../platform/pdf/embedFonts.ts';

const ruler = () => embedFonts(new PDFDocument({ autoFirstPage: false }));
const rulers = { plain: ruler().font('plain').fontSize(1), bold: ruler().font('bold').fontSize(1) };

/** The largest size up to `size` in which the text is no wider than `width`, and how wide it then is; same unit. */
export function fitText(
  text: string,
  { width, size, bold }: { readonly width: number; readonly size: number; readonly bold?: boolean },
): { readonly size: number; readonly width: number } {
  const wide = rulers[bold ? 'bold' : 'plain'].widthOfString(text);
  const fitted = Math.min(size, wide === 0 ? size : width / wide);
  return { size: fitted, width: wide * fitted };
}
