// One dark and one warm colour, told apart by lightness and by being dashed; each has its number beside it.
const LINE = '#2b4283';
const GOAL = '#b8470c';
const TRACK = '#e0d9cd';
const INK = '#211d18';
const BOTTOM = 780;

interface TrendChart {
  readonly width: number;
  readonly height: number;
  readonly points: readonly { readonly day: string; readonly ratio: number }[];
  readonly goal: number;
  readonly shown: (ratio: number) => string;
}

/** A line over time and the line that it ought to reach. */
export function drawTrend(doc: PDFKit.PDFDocument, { width, height, points, goal, shown }: TrendChart): void {
  if (doc.y + height > BOTTOM) doc.addPage();
  const left = doc.page.margins.left;
  const top = doc.y + 14;
  const base = top + height - 34;
  const highest = Math.max(goal, ...points.map(({ ratio }) => ratio)) * 1.1;
  const from = Date.parse(points[0]!.day);
  const span = Math.max(1, Date.parse(points.at(-1)!.day) - from);
  const x = (day: string) => left + ((Date.parse(day) - from) / span) * width;
  const y = (ratio: number) => base - (ratio / highest) * (base - top);

  doc
    .lineWidth(0.75)
    .strokeColor(INK)
    .moveTo(left, base)
    .lineTo(left + width, base)
    .stroke();
  doc.lineWidth(1.25).strokeColor(GOAL).dash(5, { space: 3 });
  doc
    .moveTo(left, y(goal))
    .lineTo(left + width, y(goal))
    .stroke()
    .undash();
  doc.lineWidth(2).strokeColor(LINE);
  for (const [i, { day, ratio }] of points.entries()) {
    if (i === 0) doc.moveTo(x(day), y(ratio));
    else doc.lineTo(x(day), y(ratio));
  }
  doc.stroke();

  const last = points.at(-1)!;
  const label = (text: string, at: number) =>
    doc
      .font('bold')
      .fontSize(9)
      .fillColor(INK)
      .text(text, left, at, { width, align: 'right', lineBreak: false });
  label(`target ${shown(goal)}`, y(goal) - 12);
  label(shown(last.ratio), y(last.ratio) - 13);
  doc.font('plain').fontSize(9).fillColor(INK);
  doc.text(points[0]!.day.slice(0, 4), left, base + 5, { lineBreak: false });
  doc.text(last.day.slice(0, 4), left, base + 5, { width, align: 'right', lineBreak: false });
  doc.x = left;
  doc.y = base + 24;
}

interface BarChart {
  readonly width: number;
  readonly goal: number;
  readonly rows: readonly { readonly name: string; readonly ratio: number; readonly told: string }[];
}

/** A bar for each row, longest first, with a mark where the target lies. */
export function drawBars(doc: PDFKit.PDFDocument, { width, goal, rows }: BarChart): void {
  const left = doc.page.margins.left;
  const scale = Math.max(goal, ...rows.map(({ ratio }) => ratio)) || 1;
  for (const { name, ratio, told } of rows) {
    if (doc.y + 30 > BOTTOM) doc.addPage();
    const top = doc.y;
    doc.font('plain').fontSize(9.5).fillColor(INK).text(name, left, top, { lineBreak: false });
    doc.text(told, left, top, { width, align: 'right', lineBreak: false });
    doc.rect(left, top + 13, width, 6).fill(TRACK);
    doc.rect(left, top + 13, (ratio / scale) * width, 6).fill(LINE);
    doc.rect(left + (goal / scale) * width - 1, top + 11, 2, 10).fill(GOAL);
    doc.x = left;
    doc.y = top + 27;
  }
}
