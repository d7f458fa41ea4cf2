import { elementName, entryKinds } from '@jatidiri/core/rights/entryWords.ts';
import type { CopyContent } from './copyContent.ts';
import { recordRows } from './recordRows.ts';

/** A heading and its lines, as a person reads them. */
export interface Section {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
}

const ACTORS: Readonly<Record<CopyContent['trail'][number]['actor'], string>> = {
  resident: 'Anda sendiri',
  officer: 'Petugas Dukcapil',
  partner: 'Lembaga pengguna data',
  stranger: 'Orang yang tidak dikenal',
  system: 'Sistem',
};

/** The content as a person reads it; what is empty is left out. */
export function copySections({ records, identity, consents, objections, trail }: CopyContent): Section[] {
  const sections = [
    ...records.map((record, at) => ({
      title: at === 0 ? 'Data kependudukan' : `Data kependudukan sebelumnya (${at})`,
      rows: recordRows(record),
    })),
    { title: 'KTP Digital', rows: identityRows(identity) },
    { title: 'Izin yang Anda berikan', rows: consents.grants.flatMap(grantRows) },
    {
      title: 'Lembaga yang tidak boleh bertanya lagi',
      rows: consents.blocks.map(({ institution, purpose, since }): Section['rows'][number] => [
        institution,
        `${purpose}, sejak ${when(since)}`,
      ]),
    },
    { title: 'Keberatan Anda', rows: objections.map(objectionRow) },
    { title: 'Jejak', rows: trail.map(entryRow) },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function identityRows(identity: CopyContent['identity']): Section['rows'] {
  return [
    ['Nomor aktivasi', identity.id],
    ['Ponsel (sidik kunci)', identity.handset],
    ['E-mail', identity.email ?? '–'],
    ['Nomor ponsel', identity.phone ?? '–'],
    ['Dimohon', when(identity.startedAt)],
    ['Diaktifkan', identity.activatedAt === null ? '–' : when(identity.activatedAt)],
  ];
}

function grantRows(grant: CopyContent['consents']['grants'][number]): Section['rows'] {
  const { institution, purpose, attributes, grantedAt, until, endedAt, reads } = grant;
  const lasting = `${when(grantedAt)} sampai ${when(endedAt ?? until)}`;
  return [
    [institution, `${purpose}: ${inWords(attributes)}; ${lasting}`],
    ...reads.map((read): Section['rows'][number] => [
      `Dibaca ${when(read.at)}`,
      [inWords(read.attributes), read.outcome?.note].filter(Boolean).join('. '),
    ]),
  ];
}

function objectionRow({ openedAt, reason, note, answer }: CopyContent['objections'][number]) {
  const answered = answer ? `Jawaban ${when(answer.at)}: ${answer.text}` : 'Belum dijawab';
  return [when(openedAt), `${note ?? reason}. ${answered}`] as const;
}

function entryRow({ at, kind, who, actor, purpose, elements }: CopyContent['trail'][number]) {
  const said = [entryKinds.id[kind] ?? kind, who ?? ACTORS[actor], purpose, inWords(elements)];
  return [when(at), said.filter(Boolean).join(' · ')] as const;
}

const inWords = (elements: readonly string[]): string =>
  elements.map((element) => elementName(element, 'id')).join(', ');

const TIME = new Intl.DateTimeFormat('id-ID', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Asia/Makassar',
});
const when = (instant: string): string => `${TIME.format(new Date(instant))} WITA`;
