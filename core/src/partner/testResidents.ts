/** Somebody invented whom a sandbox client may ask about; the seed gives each a record in the registry. */
export interface TestResident {
  readonly label: { readonly id: string; readonly en: string };
  readonly nik: string;
  /** As on the card. CONTOH means example: nobody is called so. */
  readonly name: string;
  readonly birthDate: string;
}

const person = (nik: string, name: string, birthDate: string, id: string, en: string): TestResident => ({
  label: { id, en },
  nik,
  name,
  birthDate,
});

/** The people of the sandbox, each a case of its own. Their serials are given to nobody else (`isSandboxResident`). */
export const TEST_RESIDENTS = [
  person(
    '6472035203919901',
    'SITI CONTOH RAHMAWATI',
    '1991-03-12',
    'Sudah rekam KTP-el, siap aktivasi (Samarinda)',
    'recorded, free to activate (Samarinda)',
  ),
  person(
    '6471062508849902',
    'BUDI CONTOH SANTOSO',
    '1984-08-25',
    'Sudah rekam KTP-el, siap aktivasi (Balikpapan)',
    'recorded, free to activate (Balikpapan)',
  ),
  person(
    '6409010709959903',
    'ANDI CONTOH ARIFUDDIN',
    '1995-09-07',
    'Sudah rekam KTP-el, siap aktivasi (Penajam Paser Utara)',
    'recorded, free to activate (Penajam Paser Utara)',
  ),
  person(
    '6474016111999904',
    'DEWI CONTOH LESTARI',
    '1999-11-21',
    'Belum rekam KTP-el',
    'KTP-el not yet recorded',
  ),
  person(
    '6472030101109905',
    'RIZKY CONTOH MAULANA',
    '2010-01-01',
    'Usia 16 tahun, belum wajib KTP',
    'aged 16, too young',
  ),
  person('6402061705529906', 'SLAMET CONTOH RAHARJO', '1952-05-17', 'Sudah meninggal dunia', 'deceased'),
  person(
    '6471065406889907',
    'EMI CONTOH MORITA',
    '1988-06-14',
    'Orang asing dengan ITAS, bukan wajib KTP',
    'foreigner with ITAS, not wajib KTP',
  ),
  person(
    '6401044101109908',
    'NURUL CONTOH HASANAH',
    '2010-01-01',
    'Menikah pada usia 16 tahun, wajib KTP',
    'married at 16, wajib KTP',
  ),
] as const satisfies readonly TestResident[];
