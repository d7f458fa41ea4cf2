import { EVIDENCE_WORDS, NOTE_WORDS, SEX_WORDS, TITLES } from '@jatidiri/core/document/paperWords.ts';
import type { CertificateContent } from '@jatidiri/core/document/signedModel.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import { dayInWords } from './days.ts';
import { type Fact, paintFact, paintTitle } from './portrait.ts';
import { drawSigned, type Imprint, MARGIN, paintFoot, write } from './sheet.ts';

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

/** The extract (*kutipan*) of a civil register for printing: A4 portrait. */
export function certificatePdf(
  content: CertificateContent,
  imprint: Imprint,
  key: DocumentKey,
): Promise<Buffer> {
  const title = TITLES[content.kind];
  return drawSigned({ title, layout: 'portrait' }, imprint, key, (page) => {
    const width = page.page.width - 2 * MARGIN;
    paintTitle(page, { above: 'PENCATATAN SIPIL', office: imprint.office, title, number: content.number });
    write(page, opening(content, imprint), MARGIN, page.y, { width, size: 11 });
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

function paintNotes(page: PDFKit.PDFDocument, { notes }: CertificateContent): void {
  if (notes.length === 0) return;
  const width = page.page.width - 2 * MARGIN;
  write(page, 'Catatan pinggir', MARGIN, page.y + 10, { width, size: 11, bold: true });
  for (const { kind, on, evidence, evidenceNumber } of notes) {
    const text = `${NOTE_WORDS[kind]}, ${dayInWords(on)}, menurut ${EVIDENCE_WORDS[evidence].toLowerCase()} nomor ${evidenceNumber}.`;
    write(page, text, MARGIN, page.y + 2, { width, size: 10 });
  }
}
