import PDFDocument from 'pdfkit';

export const FONTS = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const;

// Of PDF's standard fonts, whose metrics every reader and printer has.
const rulers = {
  plain: new PDFDocument({ autoFirstPage: false }).font(FONTS.plain).fontSize(1),
  bold: new PDFDocument({ autoFirstPage: false }).font(FONTS.bold).fontSize(1),
};

/** The largest size up to `size` in which the text is no wider than `width`, and how wide it then is; same unit. */
export function fitText(
  text: string,
  { width, size, bold }: { readonly width: number; readonly size: number; readonly bold?: boolean },
): { readonly size: number; readonly width: number } {
  const wide = rulers[bold ? 'bold' : 'plain'].widthOfString(text);
  const fitted = Math.min(size, wide === 0 ? size : width / wide);
  return { size: fitted, width: wide * fitted };
}
