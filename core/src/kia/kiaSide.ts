import { background, type CardSide, ID1, type Mark } from '../card/side.ts';
import type { IsoDate } from '../kit/date.ts';
import { Personal } from '../kit/personal.ts';
import type { KiaFace } from './model.ts';

const INK = '#1a1a1a';
const GROUND = '#fdebd0';
const BAND = '#f0b47a';
const LEFT = 3.5;
const VALUES = 25;
const PHOTO = { x: 63, y: 13, width: 19.5, height: 26 };

/** The front of a KIA (Permendagri 2/2016): what tells who the child is and to which family it belongs. */
export function kiaSide(face: KiaFace): CardSide {
  const { record, kia, place, photograph, specimen } = face;
  const right = photograph ? PHOTO.x - 1 : ID1.width - LEFT;
  return [
    background(GROUND),
    { kind: 'box', fill: BAND, x: -3, y: -3, width: ID1.width + 6, height: 12.2 },
    line('KARTU IDENTITAS ANAK', {
      x: LEFT,
      y: 1.6,
      width: ID1.width - 2 * LEFT,
      size: 3.4,
      bold: true,
      align: 'center',
    }),
    line(place.kabupatenKota.toUpperCase(), {
      x: LEFT,
      y: 5.5,
      width: ID1.width - 2 * LEFT,
      size: 2.8,
      bold: true,
      align: 'center',
    }),
    line('NIK', { x: LEFT, y: 10.6, width: 10, size: 3.2, bold: true }),
    line(`: ${record.nik.reveal()}`, { x: 14, y: 10.6, width: right - 14, size: 3.8, bold: true }),
    ...linesOf(face).flatMap(([label, value], index): Mark[] => {
      const y = 16 + index * 3.4;
      return [
        line(label, { x: LEFT, y, width: VALUES - LEFT, size: 2.2 }),
        line(`: ${value}`, { x: VALUES, y, width: right - VALUES, size: 2.2, bold: label === 'Nama' }),
      ];
    }),
    ...(photograph
      ? [{ kind: 'picture', image: photograph, mediaType: 'image/jpeg', ...PHOTO } satisfies Mark]
      : []),
    line(`Berlaku hingga ${printed(kia.until)}`, { x: LEFT, y: 46.6, width: 50, size: 2.4, bold: true }),
    ...(specimen
      ? [
          line('SPESIMEN · DATA SINTETIS · BUKAN KIA', {
            x: LEFT,
            y: 50.4,
            width: 60,
            size: 2.2,
            bold: true,
            colour: '#b3202a',
          }),
        ]
      : []),
  ];
}

/** What a KIA prints, in a fixed order, so that equal cards have equal digests; `picture` is the photograph's own digest. */
export const printedOnKia = (face: KiaFace, picture: string | null): string =>
  JSON.stringify([
    face.record.nik.reveal(),
    linesOf(face),
    face.place.kabupatenKota,
    face.kia.until,
    picture,
  ]);

function linesOf({ record, place, headOfFamily }: KiaFace): [label: string, value: string][] {
  return [
    ['Nama', record.name.reveal()],
    ['Tempat/Tgl Lahir', `${record.birthPlace.reveal()}, ${printed(record.birthDate.reveal())}`],
    [
      'Jenis Kelamin',
      `${record.sex === 'female' ? 'PEREMPUAN' : 'LAKI-LAKI'}    Gol. Darah : ${record.bloodType ?? '-'}`,
    ],
    ['Nomor KK', record.noKk.reveal()],
    ['Kepala Keluarga', headOfFamily?.reveal() ?? '-'],
    ['Agama', record.religion.reveal()],
    ['Kewarganegaraan', record.citizenship.kind.toUpperCase()],
    ['Alamat', record.address.reveal()],
    ['Kel/Desa, Kec.', `${place.kelurahanDesa}, ${place.kecamatan}`.toUpperCase()],
  ];
}

/** `17-08-2019`, as national cards write a day. */
const printed = (day: IsoDate): string => day.split('-').reverse().join('-');

function line(
  text: string,
  {
    size,
    ...at
  }: { x: number; y: number; width: number; size: number; bold?: boolean; align?: 'center'; colour?: string },
): Mark {
  return { kind: 'text', text: new Personal(text), colour: INK, ...at, size, height: size * 1.3 };
}
