import type { CertificateKind } from '@jatidiri/core/document/signedModel.ts';
import { dictionary } from '../../shared/i18n.ts';

const kindsId: Record<CertificateKind, string> = {
  birth: 'Akta kelahiran',
  death: 'Akta kematian',
  marriage: 'Akta perkawinan',
  divorce: 'Akta perceraian',
};
const kindsEn: Record<CertificateKind, string> = {
  birth: 'Birth certificate',
  death: 'Death certificate',
  marriage: 'Marriage certificate',
  divorce: 'Divorce certificate',
};
type OnDay = Record<CertificateKind, (day: string) => string>;
const onId: OnDay = {
  birth: (day) => `Lahir ${day}.`,
  death: (day) => `Meninggal ${day}.`,
  marriage: (day) => `Kawin ${day}.`,
  divorce: (day) => `Bercerai ${day}.`,
};
const onEn: OnDay = {
  birth: (day) => `Born ${day}.`,
  death: (day) => `Died ${day}.`,
  marriage: (day) => `Married ${day}.`,
  divorce: (day) => `Divorced ${day}.`,
};

export const texts = dictionary({
  id: {
    title: 'KK dan akta untuk dicetak',
    lead: 'Buat PDF-nya di sini, lalu simpan, cetak, atau kirim. Tidak perlu ke kantor dan tidak perlu legalisir: tanda tangannya dapat diperiksa siapa saja.',
    kk: 'Kartu keluarga (KK)',
    kkHint: 'Seluruh anggota keluarga, seperti data hari ini.',
    biodata: 'Biodata Anda',
    biodataHint: 'Data Anda sendiri, tanpa anggota keluarga lain.',
    certificates: 'Akta keluarga Anda',
    kinds: kindsId,
    on: onId,
    loading: 'Mengambil daftar akta …',
    none: 'Belum ada akta yang dicatat di sini. Akta lama diminta di kantor yang menerbitkannya.',
    make: 'Buat PDF',
    ready: 'PDF siap',
    saveNow: 'Simpan sekarang: kami tidak menyimpan berkasnya. Bila hilang, buat lagi.',
    save: (size: string) => `Simpan PDF (${size})`,
    checked:
      'Siapa pun dapat memindai kode pada dokumen untuk memeriksa keasliannya. Setiap pemeriksaan terlihat di jejak data Anda. Bila datanya berubah, dokumen lama ditandai tidak berlaku lagi.',
  },
  en: {
    title: 'Family card and certificates to print',
    lead: 'Make the PDF here, then save, print or send it. No office has to be visited and nothing legalised: anybody can check its signature.',
    kk: 'Family card (KK)',
    kkHint: 'All members of the family, as the data are today.',
    biodata: 'Your biodata',
    biodataHint: 'Your own data, without the rest of the family.',
    certificates: 'Certificates of your family',
    kinds: kindsEn,
    on: onEn,
    loading: 'Fetching the certificates …',
    none: 'No certificate has been recorded here yet. Older ones are asked for at the office that issued them.',
    make: 'Make the PDF',
    ready: 'The PDF is ready',
    saveNow: 'Save it now: we do not keep the file. If it gets lost, make it again.',
    save: (size) => `Save the PDF (${size})`,
    checked:
      'Anybody can scan the code on the document to check that it is genuine. Every check stands in your trail. When the data change, earlier documents are marked as no longer current.',
  },
});
