import type { IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import { parseDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import * as v from 'valibot';

const text = v.optional(v.string(), '');

/** The claims of the IKD that the card shows, under the issuer's names. One that is missing shows as nothing. */
const CardClaims = v.object({
  nik: text,
  name: text,
  birth_place: text,
  birth_date: text,
  sex: text,
  blood_type: text,
  address: text,
  kelurahan_desa: text,
  kecamatan: text,
  kabupaten_kota: text,
  provinsi: text,
  religion: text,
  marital_status: text,
  occupation: text,
  citizenship: text,
  no_kk: text,
} satisfies Partial<Record<IkdClaim, typeof text>>);
export type CardClaims = v.InferOutput<typeof CardClaims>;

/**
 * Reads the SD-JWT VC without verifying it: the wallet got it from the issuer and keeps it sealed, and what it draws
 * is no proof anyway. Whoever must know scans the QR.
 */
export function readCard(sdJwtVc: string): CardClaims {
  const parsed = parseSdJwt(sdJwtVc);
  const disclosed = parsed.ok ? parsed.value.disclosures.map(parseDisclosure) : [];
  const claims = disclosed.flatMap((disclosure) =>
    disclosure?.kind === 'property' ? [[disclosure.name, disclosure.value] as const] : [],
  );
  return v.parse(CardClaims, Object.fromEntries(claims));
}
