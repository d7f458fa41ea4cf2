import { baseNames, indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { RegionReply } from '@jatidiri/core/coverage/regionWire.ts';
import type { StatedFigure } from '@jatidiri/core/coverage/wire.ts';
import PDFDocument from 'pdfkit';
import { embedFonts } from '../../platform/pdf/embedFonts.ts';
import { drawBars, drawTrend } from './pdfCharts.ts';

const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const INK = '#211d18';
const SOFT = '#5c5348';

/** The *laporan capaian* of a region: every percentage with its formula, numbers, day and source, and what is not known. */
export function regionReport(figures: RegionReply, printedAt: Date): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'id-ID',
    info: { Title: titleOf(figures), Author: 'Jatidiri', CreationDate: printedAt },
  });
  embedFonts(doc);
  const done = collect(doc);
  writeHead(doc, figures);
  writeIndicators(doc, figures);
  writeTrend(doc, figures);
  writeChildren(doc, figures);
  writeFoot(doc, figures, printedAt);
  doc.end();
  return done;
}

function titleOf({ name }: RegionReply): string {
  return `Laporan capaian ${name}`;
}

function writeHead(doc: PDFKit.PDFDocument, figures: RegionReply): void {
  const { period, asOf } = figures;
  doc.font('bold').fontSize(20).fillColor(INK).text(titleOf(figures));
  doc
    .font('plain')
    .fontSize(11)
    .fillColor(SOFT)
    .text(`Periode ${dayOf(period.from)} – ${dayOf(period.to)}. Angka keadaan per ${dayOf(asOf)}.`)
    .moveDown();
  const { gained, ikdActive, activeAtTarget, target } = figures;
  const missing =
    activeAtTarget === null || ikdActive === null ? null : Math.max(0, activeAtTarget - ikdActive);
  doc.fontSize(12).fillColor(INK);
  if (gained !== null)
    doc.text(`Perubahan IKD aktif dalam periode: ${gained > 0 ? '+' : ''}${count(gained)}.`);
  if (missing !== null)
    doc.text(
      `Menuju target ${percent(target.percent / 100, 0)} (${target.year}): kurang ${count(missing)} IKD aktif.`,
    );
  doc.moveDown();
}

function writeIndicators(doc: PDFKit.PDFDocument, { indicators }: RegionReply): void {
  heading(doc, 'Indikator');
  for (const { indicator, coverage, targetAttainment } of indicators) {
    const name = indicatorNames[indicator].id;
    doc
      .font('bold')
      .fontSize(11)
      .fillColor(INK)
      .text(name.charAt(0).toUpperCase() + name.slice(1));
    doc.font('plain').fontSize(10);
    if (!coverage) doc.fillColor(SOFT).text('Belum ada data.');
    for (const figure of [coverage, targetAttainment]) if (figure) doc.fillColor(INK).text(formulaOf(figure));
    doc.moveDown(0.5);
  }
}

/** `Cakupan: 156.639 ÷ 2.873.921 wajib KTP = 5,45%` */
function formulaOf(figure: StatedFigure): string {
  const { numerator, denominator, ratio } = figure;
  const base = `${count(denominator.count)} ${baseNames[denominator.kind].id}`;
  const result = ratio === null ? 'tidak dapat dihitung (penyebut nol)' : percent(ratio, 2);
  return figure.measure === 'coverage'
    ? `Cakupan: ${count(numerator)} ÷ ${base} = ${result}`
    : `Capaian target: ${count(numerator)} ÷ (${percent(figure.targetPercent / 100, 0)} × ${base}) = ${result}`;
}

function writeTrend(doc: PDFKit.PDFDocument, { trend, target }: RegionReply): void {
  if (trend.length < 2) return;
  heading(doc, 'Perjalanan menuju target: cakupan dari wajib KTP');
  const points = trend.map(({ day, ikdActive, wajibKtp }) => ({
    day,
    ratio: wajibKtp ? ikdActive / wajibKtp : 0,
  }));
  drawTrend(doc, {
    width: WIDTH,
    height: 150,
    points,
    goal: target.percent / 100,
    shown: (ratio) => percent(ratio, 2),
  });
}

function writeChildren(doc: PDFKit.PDFDocument, { children, target }: RegionReply): void {
  if (children.length === 0) return;
  heading(doc, 'Wilayah: cakupan IKD dari wajib KTP');
  const known = children.filter(({ coverage }) => coverage?.ratio != null);
  drawBars(doc, {
    width: WIDTH,
    goal: target.percent / 100,
    rows: known
      .toSorted((one, other) => (other.coverage!.ratio ?? 0) - (one.coverage!.ratio ?? 0))
      .map(({ name, coverage }) => ({
        name,
        ratio: coverage!.ratio!,
        told: `${percent(coverage!.ratio!, 2)}  (${count(coverage!.numerator)} ÷ ${count(coverage!.denominator.count)})`,
      })),
  });
  const withheld = children.filter(({ coverage }) => coverage === null).map(({ name }) => name);
  if (withheld.length > 0)
    doc
      .font('plain')
      .fontSize(9)
      .fillColor(SOFT)
      .text(`Disembunyikan karena mewakili kurang dari 10 orang atau perubahan: ${withheld.join(', ')}.`);
  doc.moveDown();
}

function writeFoot(doc: PDFKit.PDFDocument, { countedUpTo, asOf }: RegionReply, printedAt: Date): void {
  doc
    .font('plain')
    .fontSize(9)
    .fillColor(SOFT)
    .text(
      `Sumber: proyeksi registri Jatidiri sampai entri buku besar nomor ${count(countedUpTo)}, keadaan per ${dayOf(asOf)}. ` +
        `Dicetak ${dayOf(new Date(printedAt.getTime() + 8 * 3_600_000).toISOString().slice(0, 10))}. ` +
        'Cakupan = pembilang ÷ penyebut; capaian target = pembilang ÷ (target × penyebut).',
    );
}

function heading(doc: PDFKit.PDFDocument, text: string): void {
  if (doc.y > 660) doc.addPage();
  doc.moveDown(0.5).font('bold').fontSize(13).fillColor(INK).text(text, MARGIN).moveDown(0.4);
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

const COUNTS = new Intl.NumberFormat('id-ID');
const DAYS = new Intl.DateTimeFormat('id-ID', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function count(value: number): string {
  return COUNTS.format(value);
}

function percent(ratio: number, digits: number): string {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat('id-ID', options).format(ratio * 100)}%`;
}

function dayOf(isoDate: string): string {
  return DAYS.format(new Date(`${isoDate}T00:00:00Z`));
}
