import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Ajukan lembaga Anda',
    lead: (name: string) =>
      `Selamat datang, ${name}. Isi formulir ini sekali. Dukcapil memeriksanya, dan Anda melihat setiap langkah berikutnya di sini.`,
    labels: {
      name: 'Nama lembaga',
      registrationNumber: 'NIB atau nomor keputusan pendirian',
      taxNumber: 'NPWP lembaga',
      domain: 'Nama domain lembaga',
    },
    hints: {
      name: 'Seperti dalam akta. Nama ini dilihat penduduk.',
      registrationNumber: 'Contoh: 9120001234567',
      taxNumber: '15 atau 16 angka',
      domain: 'Contoh: klinik.example.id. Sertifikat akses Anda memuat nama ini.',
    },
    priceClass: 'Jenis lembaga',
    priceClassHints: {
      commercial: 'Membayar untuk setiap NIK yang diperiksa (PP 10/2023).',
      publicService: 'Lembaga pemerintah dan layanan publik: tanpa biaya.',
    },
    priceClassMissing: 'Pilih jenis lembaga.',
    send: 'Kirim permohonan',
    next: 'Setelah ini Anda dapat mengunggah akta dan surat sebagai PDF.',
  },
  en: {
    title: 'Apply for your institution',
    lead: (name) =>
      `Welcome, ${name}. Fill in this form once. Dukcapil reviews it, and you see every next step here.`,
    labels: {
      name: 'Name of the institution',
      registrationNumber: 'NIB, or number of the founding decree',
      taxNumber: 'The institution’s NPWP',
      domain: 'The institution’s host name',
    },
    hints: {
      name: 'As in its deed. Residents see this name.',
      registrationNumber: 'Example: 9120001234567',
      taxNumber: '15 or 16 digits',
      domain: 'Example: clinic.example.id. Your access certificate will carry it.',
    },
    priceClass: 'Kind of institution',
    priceClassHints: {
      commercial: 'Pays for each NIK that is checked (PP 10/2023).',
      publicService: 'Government bodies and public services: free of charge.',
    },
    priceClassMissing: 'Choose the kind of institution.',
    send: 'Send the application',
    next: 'Afterwards you can upload deeds and letters as PDF.',
  },
});
