import type { Disclosure } from '@jatidiri/core/identityqr/model.ts';
import { dictionary } from '../../shared/i18n.ts';

const kindsId: Record<Disclosure['kind'], string> = {
  fullCard: 'Kartu lengkap',
  nameAndPhoto: 'Nama dan foto',
  over17: '17 tahun ke atas',
  kia: 'Kartu Identitas Anak (KIA)',
};
const kindsEn: Record<Disclosure['kind'], string> = {
  fullCard: 'Full card',
  nameAndPhoto: 'Name and photo',
  over17: '17 or older',
  kia: 'Child identity card (KIA)',
};

export const texts = dictionary({
  id: {
    scanTitle: 'Pindai QR IKD',
    paste: 'Tempel isi QR sebagai teks',
    pasteLabel: 'Isi QR',
    pasteHint: 'Dimulai dengan IKD1:',
    pasteMissing: 'Isi QR belum ditempel.',
    check: 'Periksa',
    verdicts: { valid: 'SAH', provisional: 'SEMENTARA', invalid: 'TIDAK SAH', unclear: 'BELUM PASTI' },
    kinds: kindsId,
    provisionalUntil: (day: string) => `Kartu sementara, berlaku sampai ${day}`,
    provisionalBy: (officer: string, office: string, place: string) =>
      `${officer} (${office}) sudah melihat orang ini di ${place}. Data kependudukan belum mengesahkannya.`,
    compare: 'Cocokkan foto dengan wajah orang di depan Anda.',
    portrait: 'Foto pemilik IKD',
    only: 'Pemilik hanya menunjukkan foto dan keterangan ini.',
    onlyName: 'Pemilik hanya menunjukkan nama dan foto.',
    bands: { under5: 'Anak di bawah 5 tahun', from5: 'Anak 5 sampai 16 tahun' },
    onlyKia: 'Orang tua hanya menunjukkan bahwa KIA anak berlaku dan kelompok usianya.',
    next: 'Yang perlu dilakukan',
    listOld: (age: string) =>
      `Daftar pencabutan di perangkat ini dibuat ${age} yang lalu. IKD yang dicabut sesudah itu belum dikenal.`,
    checkedAt: (time: string) => `Diperiksa ${time}.`,
    another: 'Periksa berikutnya',
    renew: 'Perbarui daftar',
    renewed: 'Daftar sudah diperbarui. Pindai lagi.',
    home: 'Selesai',
  },
  en: {
    scanTitle: 'Scan an IKD QR',
    paste: 'Paste the content of the QR as text',
    pasteLabel: 'Content of the QR',
    pasteHint: 'It begins with IKD1:',
    pasteMissing: 'Nothing has been pasted yet.',
    check: 'Check',
    verdicts: { valid: 'VALID', provisional: 'PROVISIONAL', invalid: 'NOT VALID', unclear: 'NOT CERTAIN' },
    kinds: kindsEn,
    provisionalUntil: (day) => `Provisional card, valid until ${day}`,
    provisionalBy: (officer, office, place) =>
      `${officer} (${office}) has seen this person at ${place}. The population records have not confirmed it yet.`,
    compare: 'Compare this photo with the face of the person before you.',
    portrait: 'Photo of the IKD’s holder',
    only: 'The holder shows only the photo and this fact.',
    onlyName: 'The holder shows only name and photo.',
    bands: { under5: 'A child under 5', from5: 'A child of 5 to 16' },
    onlyKia: 'The parent shows only that the child’s KIA is valid, and the age band.',
    next: 'What to do',
    listOld: (age) =>
      `The revocation list on this device was made ${age} ago. An IKD revoked since then is not known.`,
    checkedAt: (time) => `Checked on ${time}.`,
    another: 'Next check',
    renew: 'Renew the lists',
    renewed: 'The lists have been renewed. Scan again.',
    home: 'Done',
  },
});
