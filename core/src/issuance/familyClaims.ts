import type { JsonObject } from '../jose/encodedJson.ts';
import { Personal } from '../kit/personal.ts';
import type { Kia, Resident } from '../registry/model.ts';
import type { PlaceNames } from '../wilayah/tree.ts';
import { dataUrl, IKD_CLAIMS } from './ikdClaims.ts';

/** The type of the family card as a credential (`vct`). */
export const KK_VCT = 'urn:jatidiri:kk:1';

const { nik, name, sex, birth_place, birth_date, address, no_kk, portrait } = IKD_CLAIMS;
const { kelurahan_desa, kecamatan, kabupaten_kota, provinsi } = IKD_CLAIMS;
const REGIONS = { kelurahan_desa, kecamatan, kabupaten_kota, provinsi } as const;

export const KK_CLAIMS = {
  no_kk,
  head_of_family: { id: 'Kepala keluarga', en: 'Head of family' },
  address,
  ...REGIONS,
  members: { id: 'Anggota keluarga', en: 'Members of the family' },
} as const;

export const KIA_CLAIMS = {
  nik,
  name,
  sex,
  birth_place,
  birth_date,
  no_kk,
  address,
  ...REGIONS,
  form: { id: 'Kelompok usia', en: 'Age band' },
  valid_until: { id: 'Berlaku sampai', en: 'Valid until' },
  portrait,
} as const;

/** What a family card says, each claim to be shown or kept by itself; the members are one claim. */
export function kkClaims(members: readonly Resident[], domicile: PlaceNames): Personal<JsonObject> {
  const [first] = members;
  const head = members.find(({ relation }) => relation === 'head') ?? first!;
  return new Personal({
    no_kk: head.noKk.reveal(),
    head_of_family: head.name.reveal(),
    address: head.address.reveal(),
    ...regionClaims(domicile),
    members: members.map((member) => ({
      nik: member.nik.reveal(),
      name: member.name.reveal(),
      relation: member.relation,
      sex: member.sex,
      birth_place: member.birthPlace.reveal(),
      birth_date: member.birthDate.reveal(),
      marital_status: member.maritalStatus,
      occupation: member.occupation,
    })),
  } satisfies Record<keyof typeof KK_CLAIMS, unknown>);
}

/** What a KIA says of the child, in the wallet of a guardian. */
export function kiaClaims(
  child: Resident,
  kia: Kia,
  domicile: PlaceNames,
  photograph: Personal<Uint8Array> | null,
): Personal<JsonObject> {
  return new Personal({
    nik: child.nik.reveal(),
    name: child.name.reveal(),
    sex: child.sex,
    birth_place: child.birthPlace.reveal(),
    birth_date: child.birthDate.reveal(),
    no_kk: child.noKk.reveal(),
    address: child.address.reveal(),
    ...regionClaims(domicile),
    form: kia.form,
    valid_until: kia.until,
    ...(photograph && { portrait: dataUrl(photograph.reveal()) }),
  } satisfies Partial<Record<keyof typeof KIA_CLAIMS, unknown>>);
}

const regionClaims = ({ kelurahanDesa, kecamatan, kabupatenKota, provinsi }: PlaceNames) => ({
  kelurahan_desa: kelurahanDesa,
  kecamatan,
  kabupaten_kota: kabupatenKota,
  provinsi,
});
