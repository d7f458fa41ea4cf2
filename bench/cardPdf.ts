// A KTP-el as a print-ready PDF, from the record, a photograph as it is kept and a signature. The reference is the limit that
// the product sets itself.
//   node bench/cardPdf.ts
import { ktpSide } from '@jatidiri/core/card/ktpSide.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { SIGNATURE_FRAME, signaturePath } from '@jatidiri/core/recording/signature.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { demoResidents } from '../seed/demoResidents.ts';
import { cardPdf, cardSvg } from '../server/src/card/index.ts';
import { drawPortrait } from '../server/src/control/drawPortrait.ts';

const LONGEST_MS = 100;
const CARDS = 200;

const printedOn = dayInKaltim(new Date());
const stroke = Array.from({ length: 120 }, (_, i) => ({
  x: 40 + i * 7,
  y: Math.round(200 + 90 * Math.sin(i / 6)),
}));
const faces = await Promise.all(
  demoResidents(printedOn).map(async (record) => ({
    record,
    place: {
      kelurahanDesa: 'Air Hitam',
      kecamatan: 'Samarinda Ulu',
      kabupatenKota: 'Kota Samarinda',
      provinsi: 'Kalimantan Timur',
    },
    photograph: new Personal(await drawPortrait({ ...record, id: '' as ResidentId })),
    signature: { path: new Personal(signaturePath([stroke])), frame: SIGNATURE_FRAME },
    printedOn,
    specimen: true,
  })),
);
const face = (i: number) => faces[i % faces.length]!;

await measure('card-pdf', async (i) => cardPdf([ktpSide(face(i))], 'KTP-el', new Date()));
await measure('card-picture', async (i) => cardSvg(ktpSide(face(i))));

async function measure(name: string, draw: (i: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < CARDS; i++) {
    const startedAt = performance.now();
    await draw(i);
    times.push(performance.now() - startedAt);
  }
  const slowOfHundred = times.toSorted((a, b) => a - b)[Math.floor(CARDS * 0.99)]!;
  console.log(
    `${name} ratio=${(slowOfHundred / LONGEST_MS).toFixed(3)} goal=1.00 ours=${slowOfHundred.toFixed(1)}ms reference=${LONGEST_MS}ms`,
  );
}
