import type { IsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import type { Resident } from '../registry/model.ts';
import type { CardFace, CardRecord } from './model.ts';
import { background, type CardSide, ID1, type Mark } from './side.ts';

const INK = '#1a1a1a';
/** Cards of foreigners are told apart at a glance. */
const GROUNDS = { wni: '#c9e1f2', wna: '#f6d9b8' } as const;
const BANDS = { wni: '#a9cfe8', wna: '#eec08d' } as const;

const LEFT = 3.5;
const VALUES = 24;
const RIGHT = 61.5;
const LINE = 3.15;
const FIRST_LINE = 15.2;
const ONE_LINE = 34;
const PHOTO = { x: 63, y: 11.5, width: 19.5, height: 26 };

const SEXES: Record<Resident['sex'], string> = { female: 'PEREMPUAN', male: 'LAKI-LAKI' };
const MARITAL: Record<Resident['maritalStatus'], string> = {
  neverMarried: 'BELUM KAWIN',
  married: 'KAWIN',
  divorced: 'CERAI HIDUP',
  widowed: 'CERAI MATI',
};

/** The front of a KTP-el: the lines in the order of the national card, photograph and signature at the right. */
export function ktpSide(face: CardFace): CardSide {
  const { record, place, photograph, signature, printedOn, specimen } = face;
  const { kind } = record.citizenship;
  return [
    background(GROUNDS[kind]),
    { kind: 'box', fill: BANDS[kind], x: -3, y: -3, width: ID1.width + 6, height: 12.2 },
    centred(`PROVINSI ${place.provinsi.toUpperCase()}`, 1.6, 3.1),
    centred(regionLine(place.kabupatenKota), 5.1, 3.1),
    text('NIK', { x: LEFT, y: 10.2, width: 10, size: 3.4, bold: true }),
    text(`: ${record.nik.reveal()}`, { x: 14, y: 10.2, width: RIGHT - 14, size: 4, bold: true }),
    ...linesOf(face).flatMap(([label, value], index) => {
      const y = FIRST_LINE + index * LINE;
      return [
        text(label, { x: LEFT, y, width: VALUES - LEFT, size: 2.2 }),
        ...valueAt(value, y, label === 'Nama'),
      ];
    }),
    { kind: 'picture', image: photograph, mediaType: 'image/jpeg', ...PHOTO },
    text(place.kabupatenKota.toUpperCase(), { ...underPhoto(38.6), size: 1.9, align: 'center' }),
    text(printed(printedOn), { ...underPhoto(41), size: 1.9, align: 'center' }),
    ...(signature
      ? [{ kind: 'path', ...signature, stroke: INK, ...underPhoto(43.6), height: 7.4 } satisfies Mark]
      : []),
    ...(specimen
      ? [
          text('SPESIMEN · DATA SINTETIS · BUKAN KTP', {
            x: 3.5,
            y: 50.6,
            width: 58,
            size: 2.2,
            bold: true,
            colour: '#b3202a',
          }),
        ]
      : []),
  ];
}

function linesOf({ record, place }: CardFace): [label: string, value: string][] {
  return [
    ['Nama', record.name.reveal()],
    ['Tempat/Tgl Lahir', `${record.birthPlace.reveal()}, ${printed(record.birthDate.reveal())}`],
    ['Jenis Kelamin', `${SEXES[record.sex]}    Gol. Darah : ${record.bloodType ?? '-'}`],
    ['Alamat', record.address.reveal()],
    ['Kel/Desa', place.kelurahanDesa.toUpperCase()],
    ['Kecamatan', place.kecamatan.toUpperCase()],
    ['Agama', record.religion.reveal()],
    ['Status Perkawinan', MARITAL[record.maritalStatus]],
    ['Pekerjaan', record.occupation],
    ['Kewarganegaraan', record.citizenship.kind.toUpperCase()],
    ['Berlaku Hingga', validUntil(record)],
  ];
}

/** What does not fit into a line at a size that can be read becomes two small ones. */
function valueAt(value: string, y: number, bold: boolean): Mark[] {
  const at = { x: VALUES, width: RIGHT - VALUES, bold };
  if (value.length <= ONE_LINE) return [text(`: ${value}`, { ...at, y, size: 2.2 })];
  const [first, second] = inTwo(value);
  return [
    text(`: ${first}`, { ...at, y: y - 0.2, size: 1.55 }),
    text(`  ${second}`, { ...at, y: y + 1.3, size: 1.55 }),
  ];
}

/** At the space nearest to the middle. */
function inTwo(value: string): [string, string] {
  const middle = value.length / 2;
  const spaces = [...value.matchAll(/ /g)].map(({ index }) => index);
  const at = spaces.toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0];
  return at === undefined ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

/** For life (UU 24/2013 article 64); of a foreigner as long as the permit. */
function validUntil({ citizenship }: Pick<CardRecord, 'citizenship'>): string {
  return citizenship.kind === 'wni' ? 'SEUMUR HIDUP' : printed(citizenship.permitUntil);
}

/** `17-08-1992`, as the national card writes a day. */
const printed = (day: IsoDate): string => day.split('-').reverse().join('-');

const regionLine = (name: string): string => {
  const upper = name.toUpperCase();
  return /^(KOTA|KABUPATEN) /.test(upper) ? upper : `KABUPATEN ${upper}`;
};

const underPhoto = (y: number) => ({ x: PHOTO.x - 1, y, width: PHOTO.width + 2 });

const centred = (line: string, y: number, size: number): Mark =>
  text(line, { x: LEFT, y, width: ID1.width - 2 * LEFT, size, bold: true, align: 'center' });

type TextPlace = Omit<Extract<Mark, { kind: 'text' }>, 'kind' | 'text' | 'height'>;

function text(line: string, { size, ...place }: TextPlace): Mark {
  return { kind: 'text', text: new Personal(line), colour: INK, ...place, size, height: size * 1.3 };
}
