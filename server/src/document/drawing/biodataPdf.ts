import { MARITAL_WORDS, relationWord, SEX_WORDS, TITLES } from '@jatidiri/core/document/paperWords.ts';
import type { BiodataContent } from '@jatidiri/core/document/signedModel.ts';
import type { DocumentKey } from '../signing/signPdf.ts';
import { dayInWords } from './days.ts';
import { type Fact, paintFact, paintTitle } from './portrait.ts';
import { drawSigned, type Imprint, paintFoot } from './sheet.ts';

/** One person's record for printing: A4 portrait, with the parts of a biodata that the record has. */
export function biodataPdf(content: BiodataContent, imprint: Imprint, key: DocumentKey): Promise<Buffer> {
  const title = TITLES.biodata;
  return drawSigned({ title, layout: 'portrait' }, imprint, key, (page) => {
    const { office } = imprint;
    paintTitle(page, { above: 'KUTIPAN DATA KEPENDUDUKAN', office, title, number: content.person.nik });
    for (const fact of factsOf(content, imprint)) paintFact(page, fact);
    paintFoot(page, imprint);
  });
}

function factsOf({ person, noKk, address }: BiodataContent, { place }: Imprint): Fact[] {
  const { name, sex, birthPlace, birthDate, bloodType, religion, maritalStatus, marriedOn } = person;
  return [
    ['Nama lengkap', name],
    ['NIK', person.nik],
    ['Jenis kelamin', SEX_WORDS[sex]],
    ['Tempat, tanggal lahir', `${birthPlace}, ${dayInWords(birthDate)}`],
    ['Golongan darah', bloodType ?? '-'],
    ['Agama', religion],
    ['Status perkawinan', MARITAL_WORDS[maritalStatus]],
    ['Tanggal perkawinan', marriedOn ? dayInWords(marriedOn) : '-'],
    ['Pekerjaan', person.occupation],
    ['Kewarganegaraan', person.citizenship.toUpperCase()],
    ['Nomor KK', noKk],
    ['Hubungan dalam keluarga', relationWord(person.relation, sex)],
    ['Alamat', address],
    ['Desa/Kelurahan', place.kelurahanDesa.toUpperCase()],
    ['Kecamatan', place.kecamatan.toUpperCase()],
    ['Kabupaten/Kota', place.kabupatenKota.toUpperCase()],
    ['Provinsi', place.provinsi.toUpperCase()],
  ];
}
