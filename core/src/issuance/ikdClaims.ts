import type { JsonObject } from '../jose/encodedJson.ts';
import { Personal } from '../kit/personal.ts';
import type { IkdSubject } from './model.ts';

/** The claims of an IKD, with what they are called in both languages of its type metadata. */
export const IKD_CLAIMS = {
  nik: { id: 'NIK', en: 'Population number (NIK)' },
  name: { id: 'Nama', en: 'Name' },
  birth_place: { id: 'Tempat lahir', en: 'Place of birth' },
  birth_date: { id: 'Tanggal lahir', en: 'Date of birth' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  blood_type: { id: 'Golongan darah', en: 'Blood type' },
  address: { id: 'Alamat', en: 'Address' },
  kelurahan_desa: { id: 'Kelurahan/desa', en: 'Village or ward (kelurahan/desa)' },
  kecamatan: { id: 'Kecamatan', en: 'District (kecamatan)' },
  kabupaten_kota: { id: 'Kabupaten/kota', en: 'Regency or city (kabupaten/kota)' },
  provinsi: { id: 'Provinsi', en: 'Province' },
  religion: { id: 'Agama', en: 'Religion' },
  marital_status: { id: 'Status perkawinan', en: 'Marital status' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  citizenship: { id: 'Kewarganegaraan', en: 'Citizenship' },
  no_kk: { id: 'Nomor kartu keluarga', en: 'Family card number' },
  portrait: { id: 'Foto', en: 'Portrait' },
  age_over_17: { id: 'Berusia 17 tahun ke atas', en: 'Aged 17 or older' },
} as const;
export type IkdClaim = keyof typeof IKD_CLAIMS;

/**
 * What an IKD says about its holder, each claim to be shown or kept by itself. `address` is the street with RT/RW as
 * on the card; the regions follow as claims of their own, so that somebody may prove where they vote without the
 * street. A blood type that the registry does not know is no claim at all.
 */
export function ikdClaims(subject: IkdSubject): Personal<JsonObject> {
  return knownClaims({
    ...plainClaims(subject),
    birth_date: subject.record.birthDate.reveal(),
    portrait: dataUrl(subject.portraits.card.reveal()),
  });
}

/** What is said in the same words whatever the format. */
export function plainClaims({
  record,
  domicile,
  isOver17,
}: Omit<IkdSubject, 'portraits'>): Record<
  Exclude<IkdClaim, 'birth_date' | 'portrait'>,
  string | boolean | undefined
> {
  return {
    nik: record.nik.reveal(),
    name: record.name.reveal(),
    birth_place: record.birthPlace.reveal(),
    sex: record.sex,
    blood_type: record.bloodType ?? undefined,
    address: record.address.reveal(),
    kelurahan_desa: domicile.kelurahanDesa,
    kecamatan: domicile.kecamatan,
    kabupaten_kota: domicile.kabupatenKota,
    provinsi: domicile.provinsi,
    religion: record.religion.reveal(),
    marital_status: record.maritalStatus,
    occupation: record.occupation,
    citizenship: record.citizenship.kind,
    no_kk: record.noKk.reveal(),
    age_over_17: isOver17,
  };
}

export function knownClaims<T>(claims: Record<IkdClaim, T | undefined>): Personal<Record<string, T>> {
  const entries = Object.entries(claims).filter((entry): entry is [string, T] => entry[1] !== undefined);
  return new Personal(Object.fromEntries(entries));
}

/** A picture as one claim (RFC 2397), as ARF's PID carries it. */
export function dataUrl(webp: Uint8Array): string {
  return `data:image/webp;base64,${btoa(Array.from(webp, (byte) => String.fromCharCode(byte)).join(''))}`;
}
