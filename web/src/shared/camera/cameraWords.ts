import { dictionary } from '../i18n.ts';
import type { CameraCode } from './openCamera.ts';

const refusalsId: Record<CameraCode, string> = {
  'camera/absent': 'Kamera tidak ditemukan. Anda dapat memilih foto dari perangkat.',
  'camera/denied':
    'Kamera belum diizinkan. Buka pengaturan situs pada peramban Anda, izinkan kamera, lalu tekan Coba lagi. Anda juga dapat memilih foto dari perangkat.',
  'camera/busy':
    'Kamera sedang dipakai aplikasi lain. Tutup aplikasi itu, lalu tekan Coba lagi. Anda juga dapat memilih foto dari perangkat.',
  'camera/lost':
    'Kamera berhenti di tengah jalan. Periksa kabel dan izinnya, lalu tekan Coba lagi. Anda juga dapat memilih foto dari perangkat.',
  'camera/unsupported': 'Peramban ini tidak dapat memakai kamera. Anda dapat memilih foto dari perangkat.',
};

const refusalsEn: Record<CameraCode, string> = {
  'camera/absent': 'No camera was found. You can choose a photo from this device.',
  'camera/denied':
    'The camera is not allowed yet. Open the site settings of your browser, allow the camera and press Try again. You can also choose a photo from this device.',
  'camera/busy':
    'Another app is using the camera. Close it and press Try again. You can also choose a photo from this device.',
  'camera/lost':
    'The camera stopped while it was running. Check its cable and permission, then press Try again. You can also choose a photo from this device.',
  'camera/unsupported': 'This browser cannot use a camera. You can choose a photo from this device.',
};

export const cameraWords = dictionary({
  id: {
    refused: refusalsId,
    refusedTitle: 'Kamera tidak dapat dipakai',
    opening: 'Menyiapkan kamera …',
    retry: 'Coba lagi',
    fromFile: 'Pilih foto dari perangkat',
    take: 'Ambil foto',
    retake: 'Ulangi foto',
    use: 'Pakai foto ini',
    preview: 'Gambar dari kamera depan',
    taken: 'Foto yang baru Anda ambil',
    takenNow: 'Foto sudah diambil. Anda dapat memakainya atau mengulanginya.',
    notPicture: 'Berkas ini bukan foto yang dapat dibaca. Pilih berkas JPEG atau PNG.',
    scanning: 'Arahkan kamera ke kode QR',
    scanLive: 'Gambar dari kamera',
    noQr: 'Tidak ada kode QR yang terbaca pada gambar ini. Pilih gambar yang lebih tajam dan utuh.',
    qrFromFile: 'Baca dari gambar',
  },
  en: {
    refused: refusalsEn,
    refusedTitle: 'The camera cannot be used',
    opening: 'Preparing the camera …',
    retry: 'Try again',
    fromFile: 'Choose a photo from this device',
    take: 'Take the photo',
    retake: 'Take it again',
    use: 'Use this photo',
    preview: 'Picture of the front camera',
    taken: 'The photo you have just taken',
    takenNow: 'The photo has been taken. You can use it or take it again.',
    notPicture: 'This file is not a photo that can be read. Choose a JPEG or PNG file.',
    scanning: 'Point the camera at the QR code',
    scanLive: 'Picture of the camera',
    noQr: 'No QR code could be read in this picture. Choose a sharper, complete picture.',
    qrFromFile: 'Read from a picture',
  },
});
