import { IKD_CLAIMS } from '../issuance/ikdClaims.ts';
import { PHOTOCOPY_CLAIMS, type PhotocopyClaim } from './model.ts';

type Words = Readonly<Record<'id' | 'en', string>>;

/** A line of a photocopy: what it is called and what it says. */
export interface ClaimLine {
  readonly claim: PhotocopyClaim;
  readonly label: Words;
  readonly text: Words;
}

const CODED: Readonly<Record<string, Words>> = {
  male: { id: 'Laki-laki', en: 'Male' },
  female: { id: 'Perempuan', en: 'Female' },
  neverMarried: { id: 'Belum kawin', en: 'Never married' },
  married: { id: 'Kawin', en: 'Married' },
  divorced: { id: 'Cerai hidup', en: 'Divorced' },
  widowed: { id: 'Cerai mati', en: 'Widowed' },
  wni: { id: 'WNI', en: 'Indonesian (WNI)' },
  wna: { id: 'WNA', en: 'Foreign (WNA)' },
};
const IS_CODED: ReadonlySet<PhotocopyClaim> = new Set(['sex', 'marital_status', 'citizenship']);

/** The lines in the order of the KTP-el; the picture is no line. */
export function claimLines(claims: Readonly<Partial<Record<PhotocopyClaim, string>>>): ClaimLine[] {
  return PHOTOCOPY_CLAIMS.flatMap((claim) => {
    const value = claims[claim];
    if (value === undefined || claim === 'portrait') return [];
    return [{ claim, label: IKD_CLAIMS[claim], text: wordsFor(claim, value) }];
  });
}

function wordsFor(claim: PhotocopyClaim, value: string): Words {
  const coded = IS_CODED.has(claim) ? CODED[value] : undefined;
  if (coded) return coded;
  // As the KTP-el prints it: 12-03-1991.
  const text = claim === 'birth_date' ? value.split('-').reverse().join('-') : value;
  return { id: text, en: text };
}
