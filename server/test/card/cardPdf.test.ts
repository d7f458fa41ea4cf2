import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ktpSide } from '@jatidiri/core/card/ktpSide.ts';
import type { CardFace } from '@jatidiri/core/card/model.ts';
import { ID1, type Mark } from '@jatidiri/core/card/side.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { SIGNATURE_FRAME } from '@jatidiri/core/recording/signature.ts';
import fc from 'fast-check';
import sharp from 'sharp';
import { demoResidents } from '../../../seed/demoResidents.ts';
import { cardPdf } from '../../src/card/drawing/cardPdf.ts';
import { cardSvg } from '../../src/card/drawing/cardSvg.ts';
import { fitText } from '../../src/card/drawing/fitText.ts';
import { drawPortrait } from '../../src/control/drawPortrait.ts';
import { fontsOf, textIn } from '../pdfText.ts';

const TODAY = toIsoDate('2026-11-25');
const siti = { ...demoResidents(TODAY)[0]!, id: '' as never };

async function faceOf(change: Partial<CardFace> = {}): Promise<CardFace> {
  return {
    record: siti,
    place: {
      provinsi: 'Kalimantan Timur',
      kabupatenKota: 'Kota Samarinda',
      kecamatan: 'Samarinda Ulu',
      kelurahanDesa: 'Air Hitam',
    },
    photograph: new Personal(await drawPortrait(siti)),
    signature: { path: new Personal('M0 0L900 300'), frame: SIGNATURE_FRAME },
    printedOn: TODAY,
    specimen: false,
    ...change,
  };
}

const texts = (side: readonly Mark[]) =>
  side.flatMap((mark) => (mark.kind === 'text' ? [mark.text.reveal()] : []));

describe('a KTP-el', () => {
  it('says what the record says, in the order of the national card', async () => {
    assert.deepEqual(texts(ktpSide(await faceOf())).slice(0, 8), [
      'PROVINSI KALIMANTAN TIMUR',
      'KOTA SAMARINDA',
      'NIK',
      `: ${siti.nik.reveal()}`,
      'Nama',
      ': SITI CONTOH RAHMAWATI',
      'Tempat/Tgl Lahir',
      ': SAMARINDA, 12-03-1991',
    ]);
    assert.ok(texts(ktpSide(await faceOf())).includes(': SEUMUR HIDUP'));
  });

  it('ends with the permit for a foreigner, and says when it is a specimen', async () => {
    const permit = {
      kind: 'wna',
      permit: 'itap',
      permitFrom: TODAY,
      permitUntil: toIsoDate('2031-11-24'),
    } as const;
    const side = texts(ktpSide(await faceOf({ record: { ...siti, citizenship: permit }, specimen: true })));
    assert.ok(side.includes(': 24-11-2031'));
    assert.ok(side.includes('SPESIMEN · DATA SINTETIS · BUKAN KTP'));
  });

  it('is a page of its exact size, to be cut at ID-1, with 3 mm of bleed around it', async () => {
    const pdf = (await cardPdf([ktpSide(await faceOf())], 'KTP-el', new Date())).toString('latin1');
    const boxOf = (name: string) =>
      new RegExp(`/${name} \\[([-\\d. ]+)\\]`)
        .exec(pdf)?.[1]
        ?.split(' ')
        .map((pt) => (Number(pt) * 25.4) / 72);
    const near = (box: number[] | undefined, expected: number[]) =>
      assert.ok(
        expected.every((mm, i) => Math.abs(box![i]! - mm) < 0.005),
        `${box} ${expected}`,
      );
    near(boxOf('MediaBox'), [0, 0, 91.6, 59.98]);
    near(boxOf('BleedBox'), [0, 0, 91.6, 59.98]);
    near(boxOf('TrimBox'), [3, 3, 88.6, 56.98]);
  });

  it('carries the text as text, in letters of its own, also of a name from elsewhere', async () => {
    const name = new Personal<string, 'name'>('ŁUCJA ĐẶNG ÇELİK');
    const pdf = await cardPdf([ktpSide(await faceOf({ record: { ...siti, name } }))], 'KTP-el', new Date());
    const text = textIn(pdf);
    assert.ok(text.includes(`: ${siti.nik.reveal()}`) && text.includes(': ŁUCJA ĐẶNG ÇELİK'), text);
    const { embedded, standard } = fontsOf(pdf);
    assert.deepEqual(embedded.map((font) => font.replace(/^[A-Z]{6}\+/, '')).sort(), [
      'Arimo-Bold',
      'Arimo-Regular',
    ]);
    assert.deepEqual(standard, [], 'nothing that a printer has to bring');
  });

  it('keeps every line inside its place, however long the name', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z .,']{1,100}$/), (name) => {
        const place = { width: 37.5, size: 2.2, bold: true };
        const fitted = fitText(name, place);
        return fitted.width <= place.width + 1e-9 && fitted.size <= place.size;
      }),
    );
  });

  it('is a picture as well, in which nothing of the record is markup', async () => {
    const record = { ...siti, address: new Personal<string, 'address'>('JL. <A> & "B"') };
    const svg = cardSvg(ktpSide(await faceOf({ record })));
    assert.ok(!svg.includes('<A>'));
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    assert.deepEqual([width, height], [856, Math.round(ID1.height * 10)]);
  });
});
