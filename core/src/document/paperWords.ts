import type { EvidenceKind } from '../family/model.ts';
import type { FamilyRelation, MaritalStatus, Sex } from '../registry/model.ts';
import type { MarginNote, SignedKind } from './signedModel.ts';

// What documents print. They are Indonesian alone: an office's document has one wording, whatever language a screen has.

export const TITLES = {
  kk: 'KARTU KELUARGA',
  biodata: 'BIODATA PENDUDUK',
  birth: 'KUTIPAN AKTA KELAHIRAN',
  death: 'KUTIPAN AKTA KEMATIAN',
  marriage: 'KUTIPAN AKTA PERKAWINAN',
  divorce: 'KUTIPAN AKTA PERCERAIAN',
} as const satisfies Record<SignedKind, string>;

export const SEX_WORDS: Readonly<Record<Sex, string>> = { male: 'LAKI-LAKI', female: 'PEREMPUAN' };

export const MARITAL_WORDS: Readonly<Record<MaritalStatus, string>> = {
  neverMarried: 'BELUM KAWIN',
  married: 'KAWIN',
  divorced: 'CERAI HIDUP',
  widowed: 'CERAI MATI',
};

/** The head's spouse is named by their sex: `SUAMI` or `ISTRI`. */
export function relationWord(relation: FamilyRelation, sex: Sex): string {
  return relation === 'spouse' ? (sex === 'male' ? 'SUAMI' : 'ISTRI') : RELATION_WORDS[relation];
}

const RELATION_WORDS: Readonly<Record<Exclude<FamilyRelation, 'spouse'>, string>> = {
  head: 'KEPALA KELUARGA',
  child: 'ANAK',
  parent: 'ORANG TUA',
  otherRelative: 'FAMILI LAIN',
  other: 'LAINNYA',
};

export const EVIDENCE_WORDS: Readonly<Record<EvidenceKind, string>> = {
  birthLetter: 'Surat keterangan lahir',
  birthCertificate: 'Kutipan akta kelahiran',
  policeReport: 'Berita acara kepolisian',
  deathLetter: 'Surat keterangan kematian',
  deathCertificate: 'Kutipan akta kematian',
  religiousLetter: 'Surat perkawinan dari pemuka agama',
  marriageBook: 'Buku nikah',
  marriageCertificate: 'Kutipan akta perkawinan',
  divorceDeed: 'Akta cerai',
  recognitionDeed: 'Akta pengakuan anak',
  moveLetter: 'Surat keterangan pindah',
  courtRuling: 'Penetapan atau putusan pengadilan',
  officeMinutes: 'Berita acara kantor',
  statement: 'Surat pernyataan tanggung jawab mutlak',
};

export const NOTE_WORDS: Readonly<Record<MarginNote['kind'], string>> = {
  nameChange: 'Perubahan nama',
  birthDateChange: 'Pembetulan tanggal lahir',
  recognition: 'Pengakuan anak oleh ayah',
};
