import { EVIDENCE_WORDS, NOTE_WORDS, SEX_WORDS, TITLES } from '@jatidiri/core/document/paperWords.ts';
import type { CertificateContent } from '@jatidiri/core/document/signedModel.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import { dayInWords } from './days.ts';
import { drawSigned, type Imprint, INK, MARGIN, paintFoot, SOFT, write } from './sheet.ts';

type Fact = readonly [label: string, text: string];
type Person = CertificateContent['people'][number];

const REGISTERS = {
  birth: 'Akta Kelahiran',
  death: 'Akta Kematian',
  marriage: 'Akta Perkawinan',
  divorce: 'Akta Perceraian',
} as const;
const HAPPENED = {
  birth: 'telah lahir',
  death: 'telah meninggal dunia',
  marriage: 'telah dilangsungkan perkawinan antara',
  divorce: 'telah putus perkawinan antara',
} as const;
const LABEL_WIDTH = 150;

/** The extract (*kutipan*) of a civil register for printing: A4 portrait. */
export function certificatePdf(
  content: CertificateContent,
  imprint: Imprint,
  key: DocumentKey,
): Promise<Buffer> {
  const title = TITLES[content.kind];
  return drawSigned({ title, layout: 'portrait' }, imprint, key, (page) => {
    const width = page.page.width - 2 * MARGIN;
    write(page, 'PENCATATAN SIPIL', MARGIN, 56, { width, size: 11, align: 'center' });
    write(page, imprint.office.toUpperCase(), MARGIN, page.y + 2, {
      width,
      size: 11,
      bold: true,
      align: 'center',
    });
    rule(page, page.y + 10);
    write(page, title, MARGIN, page.y + 26, { width, size: 20, bold: true, align: 'center' });
    write(page, `Nomor ${content.number}`, MARGIN, page.y + 4, { width, size: 12, align: 'center' });
    write(page, opening(content, imprint), MARGIN, page.y + 26, { width, size: 11 });
    page.y += 12;
    for (const [heading, facts] of partsOf(content)) {
      if (heading) write(page, heading, MARGIN, page.y + 8, { width, size: 11, bold: true });
      page.y += 4;
      for (const fact of facts) paintFact(page, fact);
    }
    paintNotes(page, content);
    paintFoot(page, imprint);
  });
}

/** The sentence with which an extract begins. */
function opening({ kind, number, on, registeredOn }: CertificateContent, { place }: Imprint): string {
  return (
    `Berdasarkan ${REGISTERS[kind]} Nomor ${number} yang didaftar di ${place.kabupatenKota} pada tanggal ` +
    `${dayInWords(registeredOn)}, bahwa pada tanggal ${dayInWords(on)} ${HAPPENED[kind]}:`
  );
}

function partsOf(content: CertificateContent): readonly (readonly [string | null, readonly Fact[]])[] {
  const { kind, people, evidence, evidenceNumber } = content;
  const [one, other] = people;
  const basis: Fact = ['Dasar pencatatan', `${EVIDENCE_WORDS[evidence]} nomor ${evidenceNumber}`];
  switch (kind) {
    case 'birth':
      return [
        [null, [...factsOf(one!), ...parents(content)]],
        [null, [basis]],
      ];
    case 'death':
      return [
        [null, [...factsOf(one!), ['Tanggal meninggal', dayInWords(content.on)]]],
        [null, [basis]],
      ];
    case 'marriage':
      return [
        ['Suami', factsOf(one!)],
        ['Istri', factsOf(other!)],
        [null, [basis]],
      ];
    case 'divorce':
      return [
        ['Bekas suami', factsOf(one!)],
        ['Bekas istri', factsOf(other!)],
        [null, [basis]],
      ];
  }
}

function factsOf({ name, nik, sex, birthPlace, birthDate }: Person): Fact[] {
  return [
    ['Nama', name],
    ['NIK', nik],
    ['Jenis kelamin', SEX_WORDS[sex]],
    ['Tempat, tanggal lahir', `${birthPlace}, ${dayInWords(birthDate)}`],
  ];
}

/** A parent who is not known is left out, as the law has it: the extract says whose child it is, not what is missing. */
function parents({ mother, father }: CertificateContent): Fact[] {
  const known: Fact[] = [];
  if (father) known.push(['Nama ayah', father]);
  if (mother) known.push(['Nama ibu', mother]);
  return known;
}

function paintFact(page: PDFKit.PDFDocument, [label, text]: Fact): void {
  const { y } = page;
  write(page, label, MARGIN, y, { width: LABEL_WIDTH, size: 11, colour: SOFT });
  const width = page.page.width - 2 * MARGIN - LABEL_WIDTH;
  write(page, text, MARGIN + LABEL_WIDTH, y, { width, size: 11, bold: true });
  page.y += 5;
}

function paintNotes(page: PDFKit.PDFDocument, { notes }: CertificateContent): void {
  if (notes.length === 0) return;
  const width = page.page.width - 2 * MARGIN;
  write(page, 'Catatan pinggir', MARGIN, page.y + 10, { width, size: 11, bold: true });
  for (const { kind, on, evidence, evidenceNumber } of notes) {
    const text = `${NOTE_WORDS[kind]}, ${dayInWords(on)}, menurut ${EVIDENCE_WORDS[evidence].toLowerCase()} nomor ${evidenceNumber}.`;
    write(page, text, MARGIN, page.y + 2, { width, size: 10 });
  }
}

function rule(page: PDFKit.PDFDocument, y: number): void {
  page
    .moveTo(MARGIN, y)
    .lineTo(page.page.width - MARGIN, y)
    .lineWidth(1)
    .stroke(INK);
}
