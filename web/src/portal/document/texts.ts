import type { SignedKind } from '@jatidiri/core/document/signedModel.ts';
import { dictionary } from '../../shared/i18n.ts';
import type { Checked } from './checkDocument.ts';

type Titles = Record<Checked['kind'] | 'checking', string>;

const titlesId: Titles = {
  checking: 'Memeriksa dokumen',
  current: 'Dokumen ini asli dan masih berlaku',
  outdated: 'Dokumen ini asli, tetapi tidak berlaku lagi',
  false: 'Jangan terima dokumen ini',
  refused: 'Belum dapat diperiksa',
};
const titlesEn: Titles = {
  checking: 'Checking the document',
  current: 'This document is genuine and current',
  outdated: 'This document is genuine, but no longer current',
  false: 'Do not accept this document',
  refused: 'It could not be checked yet',
};
const kindsId: Record<SignedKind, string> = {
  kk: 'Kartu keluarga',
  biodata: 'Biodata penduduk',
  birth: 'Kutipan akta kelahiran',
  death: 'Kutipan akta kematian',
  marriage: 'Kutipan akta perkawinan',
  divorce: 'Kutipan akta perceraian',
};
const kindsEn: Record<SignedKind, string> = {
  kk: 'Family card',
  biodata: 'Biodata of a resident',
  birth: 'Birth certificate',
  death: 'Death certificate',
  marriage: 'Marriage certificate',
  divorce: 'Divorce certificate',
};

export const texts = dictionary({
  id: {
    titles: titlesId,
    kinds: kindsId,
    checking: 'Memeriksa tanda tangan …',
    again: 'Periksa lagi',
    current: 'Tanda tangannya benar, dan datanya hari ini masih sama.',
    outdated:
      'Tanda tangannya benar, tetapi datanya sudah berubah sejak dokumen ini dibuat. Mintalah yang baru: pemiliknya dapat membuatnya di ponsel.',
    notOurs: 'Kode ini bukan dari layanan ini, atau sudah diubah. Minta pemiliknya membuat yang baru.',
    signed: 'Yang ditandatangani',
    kind: 'Jenis dokumen',
    number: 'Nomor',
    head: 'Kepala keluarga',
    name: 'Nama',
    office: 'Kantor',
    signedOn: 'Ditandatangani',
    compare:
      'Cocokkan dengan dokumennya. Sebagian angka dan huruf ditutup; yang terlihat harus sama. Bila berbeda, dokumennya palsu.',
    haveFile: 'Punya berkas PDF-nya?',
    fileHint: 'Pilih berkasnya untuk memastikan tidak ada yang diubah. Berkas tidak dikirim ke mana pun.',
    chooseFile: 'Pilih berkas PDF',
    sameFile: 'Berkas ini sama persis dengan yang ditandatangani.',
    otherFile: 'Berkas ini bukan yang ditandatangani, atau sudah diubah. Jangan dipakai.',
    seen: 'Pemiliknya melihat bahwa dokumen ini diperiksa dan kapan. Siapa Anda tidak dicatat.',
  },
  en: {
    titles: titlesEn,
    kinds: kindsEn,
    checking: 'Checking the signature …',
    again: 'Check again',
    current: 'Its signature is right, and the data are the same today.',
    outdated:
      'Its signature is right, but the data have changed since it was made. Ask for a new one: its owner can make it on the phone.',
    notOurs: 'This code is not of this service, or it was altered. Ask the owner to make a new one.',
    signed: 'What was signed',
    kind: 'Kind of document',
    number: 'Number',
    head: 'Head of family',
    name: 'Name',
    office: 'Office',
    signedOn: 'Signed',
    compare:
      'Compare it with the document. Some digits and letters are covered; those that show must be the same. If they differ, the document is false.',
    haveFile: 'Do you have the PDF file?',
    fileHint: 'Choose the file to be sure that nothing was altered. It is sent nowhere.',
    chooseFile: 'Choose the PDF file',
    sameFile: 'This file is exactly the one that was signed.',
    otherFile: 'This file is not the one that was signed, or it was altered. Do not use it.',
    seen: 'Its owner sees that this document was checked, and when. Who you are is not recorded.',
  },
});
