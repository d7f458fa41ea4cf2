import type { Resident } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { drawnFace } from '../../../seed/drawnFace.ts';
import { hashOf } from '../../../seed/random.ts';

/** Behind a photograph of the KTP-el: red for whoever was born in an odd year, blue for an even one. */
const BACKGROUNDS = ['#1f4fa3', '#b3202a'];

/** What a recording would have photographed of an invented resident: always the same, three to four, marked as synthetic. */
export function drawPortrait(resident: Resident): Promise<Buffer> {
  const birthYear = Number(resident.birthDate.reveal().slice(0, 4));
  return sharp(face(resident, BACKGROUNDS[birthYear % 2]))
    .extract({ left: 60, top: 0, width: 480, height: 640 })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** The same person in front of a telephone. */
export const drawSelfie = (resident: Resident): Promise<Buffer> =>
  sharp(face(resident)).jpeg({ quality: 85 }).toBuffer();

function face({ nik, sex }: Resident, background?: string): Buffer {
  const options = { long: sex === 'female', ...(background && { background }) };
  return Buffer.from(drawnFace(hashOf(nik.reveal()), options));
}
