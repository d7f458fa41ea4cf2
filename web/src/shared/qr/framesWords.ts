import { dictionary } from '../i18n.ts';

export const framesWords = dictionary({
  id: {
    moving: (label: string, parts: number) => `${label}: QR bergerak, ${parts} bagian`,
    holdMoving:
      'Terangkan layar, lalu tahan di depan kamera. QR ini bergerak; biarkan sampai layar yang satunya selesai membaca.',
    holdStill: 'Terangkan layar, lalu tahan di depan kamera.',
    pause: 'Hentikan gerakan',
    resume: 'Gerakkan lagi',
    point: 'Arahkan kamera ke QR pada layar yang satunya',
    keepStill: 'Tahan sebentar, jangan digerakkan',
    progress: (have: number, of: number) => `${have} dari ${of} bagian terbaca`,
    complete: 'Semua bagian sudah terbaca.',
  },
  en: {
    moving: (label, parts) => `${label}: moving QR code of ${parts} parts`,
    holdMoving:
      'Turn the screen bright and hold it before the camera. This QR code moves; let it until the other screen has read it.',
    holdStill: 'Turn the screen bright and hold it before the camera.',
    pause: 'Stop the motion',
    resume: 'Let it move again',
    point: 'Point the camera at the QR code on the other screen',
    keepStill: 'Hold still for a moment',
    progress: (have, of) => `${have} of ${of} parts read`,
    complete: 'All parts have been read.',
  },
});
