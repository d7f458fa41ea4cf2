import { encode } from 'uqr';

/** As rectangles, one for each run of dark modules: sharp at any size, and small. */
export function drawQr(
  page: PDFKit.PDFDocument,
  text: string,
  { x, y, size: points }: { x: number; y: number; size: number },
): void {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const module = points / size;
  page.rect(x, y, points, points).fill('#ffffff');
  for (const [line, modules] of data.entries())
    for (let from = 0; from < size; from++) {
      if (!modules[from]) continue;
      let to = from;
      while (to < size && modules[to]) to++;
      page.rect(x + from * module, y + line * module, (to - from) * module, module);
      from = to;
    }
  page.fill('#000000');
}
