import { FAMILY_RELATIONS, KIA_FORMS, MARITAL_STATUSES, SEXES } from '@jatidiri/core/registry/model.ts';
import { parseDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import * as v from 'valibot';

const text = v.optional(v.string(), '');

const KkClaims = v.object({
  no_kk: text,
  head_of_family: text,
  address: text,
  kelurahan_desa: text,
  kecamatan: text,
  kabupaten_kota: text,
  provinsi: text,
  members: v.optional(
    v.array(
      v.object({
        nik: v.string(),
        name: v.string(),
        relation: v.picklist(FAMILY_RELATIONS),
        sex: v.picklist(SEXES),
        birth_place: v.string(),
        birth_date: v.string(),
        marital_status: v.picklist(MARITAL_STATUSES),
        occupation: v.string(),
      }),
    ),
    [],
  ),
});
export type KkClaims = v.InferOutput<typeof KkClaims>;

const KiaClaims = v.object({
  nik: text,
  name: text,
  birth_place: text,
  birth_date: text,
  form: v.picklist(KIA_FORMS),
  valid_until: text,
});
export type KiaClaims = v.InferOutput<typeof KiaClaims>;

/** As `readCard`: for the eyes of whoever holds it, without verifying what the wallet got from the issuer itself. */
export const readKk = (sdJwtVc: string): KkClaims => v.parse(KkClaims, claimsOf(sdJwtVc));
export const readKia = (sdJwtVc: string): KiaClaims => v.parse(KiaClaims, claimsOf(sdJwtVc));

function claimsOf(sdJwtVc: string): Record<string, unknown> {
  const parsed = parseSdJwt(sdJwtVc);
  const disclosed = parsed.ok ? parsed.value.disclosures.map(parseDisclosure) : [];
  return Object.fromEntries(
    disclosed.flatMap((one) => (one?.kind === 'property' ? [[one.name, one.value] as const] : [])),
  );
}
