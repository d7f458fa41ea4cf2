import type { KiaForm, MaritalStatus, Sex } from '@jatidiri/core/registry/model.ts';
import { dictionary } from './i18n.ts';

/** The lines of a KTP-el and of the population record, named as they are printed. */
export const residentLabels = dictionary({
  id: {
    nik: 'NIK',
    birth: 'Tempat, tanggal lahir',
    sex: 'Jenis kelamin',
    bloodType: 'Golongan darah',
    address: 'Alamat',
    kelurahanDesa: 'Kel/Desa',
    kecamatan: 'Kecamatan',
    kabupatenKota: 'Kabupaten/Kota',
    provinsi: 'Provinsi',
    religion: 'Agama',
    maritalStatus: 'Status perkawinan',
    occupation: 'Pekerjaan',
    citizenship: 'Kewarganegaraan',
    noKk: 'Nomor kartu keluarga',
  },
  en: {
    nik: 'NIK',
    birth: 'Place and date of birth',
    sex: 'Sex',
    bloodType: 'Blood type',
    address: 'Address',
    kelurahanDesa: 'Kelurahan/desa',
    kecamatan: 'Kecamatan',
    kabupatenKota: 'Kabupaten/kota',
    provinsi: 'Province',
    religion: 'Religion',
    maritalStatus: 'Marital status',
    occupation: 'Occupation',
    citizenship: 'Citizenship',
    noKk: 'Family card number',
  },
});

const codes = dictionary<Record<Sex | MaritalStatus | KiaForm | 'wni' | 'wna', string>>({
  id: {
    female: 'Perempuan',
    male: 'Laki-laki',
    neverMarried: 'Belum kawin',
    married: 'Kawin',
    divorced: 'Cerai hidup',
    widowed: 'Cerai mati',
    wni: 'WNI',
    wna: 'WNA',
    under5: 'Di bawah 5 tahun',
    from5: '5 sampai 16 tahun',
  },
  en: {
    female: 'Female',
    male: 'Male',
    neverMarried: 'Never married',
    married: 'Married',
    divorced: 'Divorced',
    widowed: 'Widowed',
    wni: 'Indonesian (WNI)',
    wna: 'Foreign (WNA)',
    under5: 'Under 5',
    from5: '5 to 16',
  },
});

/** A sex, a marital status or a citizenship in words; a code that this page does not know yet stands for itself. */
export function inWords(code: string): string {
  const known: Readonly<Record<string, string>> = codes();
  return known[code] ?? code;
}
