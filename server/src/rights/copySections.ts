import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { elementName, entryKinds } from '@jatidiri/core/rights/entryWords.ts';
import type { CopyContent } from './copyContent.ts';

/** A heading and its lines, as a person reads them. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

const RECORD_LABELS: Readonly<Record<keyof CopyContent['records'][number], string>> = {
  nik: 'NIK',
  noKk: 'Nomor kartu keluarga',
  relation: 'Hubungan dalam keluarga',
  name: 'Nama',
  sex: 'Jenis kelamin',
  birthPlace: 'Tempat lahir',
  birthDate: 'Tanggal lahir',
  maritalStatus: 'Status perkawinan',
  firstMarriedOn: 'Tanggal kawin pertama',
  religion: 'Agama',
  occupation: 'Pekerjaan',
  bloodType: 'Golongan darah',
  citizenship: 'Kewarganegaraan',
  address: 'Alamat',
  domicile: 'Wilayah tempat tinggal',
  recording: 'Perekaman KTP-el',
  recordedOn: 'Tanggal perekaman',
  life: 'Status',
  validFrom: 'Berlaku sejak',
};
const IDENTITY_LABELS: Readonly<Record<keyof CopyContent['identity'], string>> = {
  id: 'Nomor aktivasi',
  state: 'Keadaan',
  handset: 'Ponsel (sidik kunci)',
  email: 'E-mail',
  phone: 'Nomor ponsel',
  startedAt: 'Dimohon',
  activatedAt: 'Diaktifkan',
};

const ACTORS: Readonly<Record<Actor['kind'], string>> = {
  resident: 'Anda sendiri',
  officer: 'Petugas Dukcapil',
  partner: 'Lembaga pengguna data',
  stranger: 'Orang yang tidak dikenal',
  system: 'Sistem',
};

export function copySections({ records, identity, consents, objections, trail }: CopyContent): Section[] {
  return [
    ...records.map((record, at) => ({
      title: at === 0 ? 'Data kependudukan' : `Data kependudukan sebelumnya (${at})`,
      rows: labelled(record, RECORD_LABELS),
    })),
    { title: 'KTP Digital', rows: labelled(identity, IDENTITY_LABELS) },
    {
      title: 'Izin yang Anda berikan',
      rows: consents.grants.flatMap(({ institution, purpose, attributes, grantedAt, until, reads }) => [
        [institution, `${purpose}: ${inWords(attributes)}; ${when(grantedAt)} sampai ${when(until)}`],
        ...reads.map((read) => [`Dibaca ${when(read.at)}`, inWords(read.attributes)] as const),
      ]),
    },
    {
      title: 'Lembaga yang tidak boleh bertanya lagi',
      rows: consents.blocks.map(({ institution, purpose, since }) => [
        institution,
        `${purpose}, sejak ${when(since)}`,
      ]),
    },
    {
      title: 'Keberatan Anda',
      rows: objections.map(({ openedAt, reason, note, answer }) => [
        when(openedAt),
        [note ?? reason, answer ? `Jawaban: ${answer.text}` : 'Belum dijawab'].join('. '),
      ]),
    },
    {
      title: 'Jejak',
      rows: trail.map(({ at, kind, who, actor, purpose, elements }) => [
        when(at),
        [entryKinds.id[kind] ?? kind, who ?? ACTORS[actor], purpose, inWords(elements)]
          .filter(Boolean)
          .join(' · '),
      ]),
    },
  ];
}

const inWords = (elements: readonly string[]): string =>
  elements.map((element) => elementName(element, 'id')).join(', ');

const TIME = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Makassar',
});
const when = (instant: string): string => `${TIME.format(new Date(instant))} WITA`;

function labelled<T extends object>(values: T, labels: Readonly<Record<keyof T, string>>): Section['rows'] {
  return (Object.keys(labels) as (keyof T)[]).map((name) => [labels[name], shown(values[name])]);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) return value.map(shown).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${shown(part)}`)
    .join('; ');
}
