import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type RecordingRefusalCode = keyof typeof recordingRefusals;

export const recordingRefusals = {
  ...officerRefusals,
  'recording/resident-unknown': {
    status: 404,
    id: 'Penduduk ini tidak ditemukan di wilayah layanan kantor Anda.',
    en: 'This resident is not found in the area that your office serves.',
  },
  'recording/no-photograph': {
    status: 404,
    id: 'Belum ada foto perekaman penduduk ini.',
    en: 'There is no recorded photograph of this resident yet.',
  },
  'recording/data-mismatch': {
    status: 404,
    id: 'NIK dan nama tidak cocok dengan data kependudukan. Salin sekali lagi dari KK. Jika tetap tidak cocok, arahkan ke loket perbaikan data.',
    en: 'NIK and name do not match the population records. Copy them once more from the family card. If they still do not match, direct the person to the counter for corrections.',
  },
  'recording/outside-area': {
    status: 403,
    id: 'Penduduk ini tinggal di luar wilayah yang boleh dilayani kantor Anda.',
    en: 'This resident lives outside the area that your office may serve.',
  },
  'recording/recorded-already': {
    status: 409,
    id: 'Orang ini sudah direkam dan tidak perlu direkam lagi. Kartu yang hilang, rusak, atau berubah datanya dicetak ulang di halaman Kartu.',
    en: 'This person has been recorded and need not be recorded again. A card that is lost, damaged or out of date is printed anew on the page Cards.',
  },
  'recording/born-in-future': {
    status: 409,
    id: 'Tanggal lahir orang ini belum tiba, jadi datanya keliru. Koreksi tanggal lahirnya di halaman Keluarga dan peristiwa dengan akta kelahiran, lalu rekam.',
    en: 'This person’s birth date is in the future, so the record is wrong. Correct the birth date on the page Families and life events with the birth certificate, then record.',
  },
  'recording/being-recorded': {
    status: 409,
    id: 'Perekaman orang ini dimulai hari ini di kantor lain. Selesaikan atau batalkan di sana; mulai besok dapat direkam dari awal di sini.',
    en: 'A recording of this person was begun today at another office. Finish or abandon it there; from tomorrow on it can be begun anew here.',
  },
  'recording/capture-unknown': {
    status: 404,
    id: 'Perekaman ini tidak ditemukan di kantor Anda.',
    en: 'This recording is not found at your office.',
  },
  'recording/not-open': {
    status: 409,
    id: 'Perekaman ini sudah selesai atau dibatalkan. Yang sudah diambil tetap aman.',
    en: 'This recording is finished or abandoned. What was taken is safe.',
  },
  'recording/incomplete': {
    status: 409,
    id: 'Belum lengkap: ambil yang masih kosong, atau tulis alasan tidak dapat diambil.',
    en: 'Not complete: take what is still open, or say why it cannot be taken.',
  },
  'recording/photograph-not-an-image': {
    status: 422,
    id: 'Berkas ini bukan foto yang dapat dibaca. Ambil lagi dengan kamera, atau pilih berkas JPEG, PNG, atau WebP.',
    en: 'This file is no picture that can be read. Take it again with the camera, or choose a JPEG, PNG or WebP file.',
  },
  'recording/photograph-too-small': {
    status: 422,
    id: 'Foto terlalu kecil: sisi terpendek paling sedikit 480 piksel. Ambil lagi lebih dekat, atau pakai kamera yang lebih baik.',
    en: 'The picture is too small: at least 480 pixels at its shorter side. Take it again closer, or use a better camera.',
  },
  'recording/signature-unusable': {
    status: 422,
    id: 'Tanda tangan terlalu pendek atau tidak terbaca. Hapus, lalu minta menandatangani sekali lagi.',
    en: 'The signature is too short or cannot be read. Clear it and ask for it once more.',
  },
  'recording/format-unknown': {
    status: 422,
    id: 'Berkas alat ini tidak dikenal atau terpotong. Ambil lagi; pakai alat yang menulis ISO/IEC 19794 atau 39794.',
    en: 'This device’s file is not known, or was cut off. Take it again, with a device that writes ISO/IEC 19794 or 39794.',
  },
  'recording/wrong-place': {
    status: 422,
    id: 'Berkas ini bukan untuk bagian ini: sidik jari ke jari, iris ke mata.',
    en: 'This file is not for this place: fingerprints to fingers, irises to eyes.',
  },
  'recording/taken-twice': {
    status: 409,
    id: 'Berkas yang sama sudah dipakai untuk bagian lain. Ambil bagian ini dengan alatnya.',
    en: 'The same file was used for another place already. Take this one with the device.',
  },
  'recording/missing-not-allowed': {
    status: 422,
    id: 'Alasan ini tidak berlaku untuk bagian ini. Foto wajah selalu harus diambil.',
    en: 'This reason does not apply here. A photograph always has to be taken.',
  },
  'recording/piece-unknown': {
    status: 404,
    id: 'Bagian ini belum diambil.',
    en: 'This piece has not been taken.',
  },
  'recording/step-not-by-hand': {
    status: 409,
    id: 'Langkah ini dilakukan oleh sistem, perekaman, atau pencetakan kartu. Muat ulang daftar ini.',
    en: 'This step is taken by the system, by a recording or by printing. Reload this list.',
  },
  'recording/school-list-heading': {
    status: 422,
    id: 'Berkas ini bukan daftar sekolah: baris pertamanya harus “nik,npsn,sekolah”, disimpan sebagai CSV (UTF-8).',
    en: 'This file is no school list: its first line has to be “nik,npsn,sekolah”, saved as CSV (UTF-8).',
  },
  'recording/school-list-too-long': {
    status: 422,
    id: 'Daftar ini lebih dari 20.000 baris. Bagi per sekolah, lalu kirim satu per satu.',
    en: 'This list has more than 20,000 lines. Split it by school and send one after the other.',
  },
  'recording/nothing-to-decide': {
    status: 409,
    id: 'Kemiripan ini sudah diputuskan. Muat ulang halaman ini.',
    en: 'This likeness has been decided. Reload this page.',
  },
} as const satisfies Record<`${'recording' | 'office'}/${string}`, RefusalText>;
