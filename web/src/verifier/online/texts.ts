import type { CounterQuestion } from '@jatidiri/core/verification/ikdQuery.ts';
import { dictionary } from '../../shared/i18n.ts';

const questionsId: Record<CounterQuestion, { label: string; hint: string }> = {
  'full-card': { label: 'KTP lengkap', hint: 'Semua isi KTP-el dan foto.' },
  'over-17': { label: '17 tahun ke atas', hint: 'Hanya umur dan foto, tanpa nama dan NIK.' },
  'name-and-photo': { label: 'Nama dan foto', hint: 'Tanpa NIK, alamat, dan tanggal lahir.' },
};
const questionsEn: typeof questionsId = {
  'full-card': { label: 'Full KTP', hint: 'Everything a KTP-el says, and the photo.' },
  'over-17': { label: '17 or older', hint: 'The age and the photo alone, no name and no NIK.' },
  'name-and-photo': { label: 'Name and photo', hint: 'No NIK, address or date of birth.' },
};

export const texts = dictionary({
  id: {
    askLink: 'Tanya lewat internet',
    askTitle: 'Tanya lewat internet',
    askLead:
      'Warga memindai kode ini dengan aplikasi KTP Digital, melihat apa yang Anda tanyakan, lalu menyetujuinya.',
    question: 'Apa yang perlu Anda ketahui?',
    questions: questionsId,
    chooseOne: 'Pilih dulu satu pertanyaan.',
    showCode: 'Tampilkan kode',
    loading: 'Memuat permintaan …',
    asks: (institution: string) => `${institution} meminta data Anda`,
    for: 'Untuk',
    asked: 'Data yang diminta',
    scan: 'Pindai kode ini dengan aplikasi KTP Digital di ponsel.',
    qrLabel: 'Kode QR permintaan data',
    openHere: 'Buka dompet di perangkat ini',
    otherWays: 'Cara lain',
    otherWallet: 'Pakai aplikasi dompet lain',
    browserWallet: 'Pilih dompet lewat peramban',
    browserUnanswered: 'Tidak ada jawaban dari dompet lewat peramban. Pindai kodenya, atau pakai cara lain.',
    opened: 'Permintaan sudah dibuka di ponsel. Menunggu persetujuan …',
    waiting: 'Menunggu kode dipindai …',
    waitingHere: 'Menunggu jawaban dari dompet …',
    result: 'Hasil pemeriksaan',
    notReached: 'Layanan tidak dapat dihubungi. Halaman ini mencoba lagi sendiri.',
    ended: {
      verified: { title: 'Data sudah diterima', text: 'Anda boleh menutup halaman ini.' },
      declined: {
        title: 'Pemilik tidak menyetujui',
        text: 'Tidak ada data yang dikirim. Tanyakan lagi jika itu keliru.',
      },
      refused: {
        title: 'Jawaban tidak dapat diterima',
        text: 'Yang ditunjukkan tidak lolos pemeriksaan. Jangan dipakai sebagai bukti. Tanyakan sekali lagi; jika terulang, minta KTP-el fisik.',
      },
      expired: { title: 'Waktunya habis', text: 'Kode berlaku sepuluh menit. Buat kode baru.' },
    },
    goBack: 'Kembali ke halaman yang meminta. Anda boleh menutup halaman ini.',
    onlyThis: 'Pemilik menyetujui data ini saja yang dilihat.',
    compare: 'Cocokkan foto dengan wajah orang di depan Anda.',
    portrait: 'Foto pemilik KTP Digital',
    yes: 'Ya',
    no: 'Tidak',
    noValues: 'Isinya hanya terlihat di jendela yang bertanya, dan dihapus setelah sepuluh menit.',
    again: 'Tanya lagi',
    home: 'Selesai',
    reasons: {
      revoked: 'KTP Digital yang ditunjukkan sudah tidak berlaku: dilepas atau dicabut.',
      suspended: 'KTP Digital yang ditunjukkan sedang diblokir, misalnya karena ponselnya dilaporkan hilang.',
      expired:
        'KTP Digital yang ditunjukkan sudah kedaluwarsa. Minta pemiliknya membuka aplikasi dengan internet.',
    },
    code: (code: string) => `Kode: ${code}`,
  },
  en: {
    askLink: 'Ask over the internet',
    askTitle: 'Ask over the internet',
    askLead: 'The resident scans this code with the digital KTP application, sees what you ask, and agrees.',
    question: 'What do you need to know?',
    questions: questionsEn,
    chooseOne: 'Choose a question first.',
    showCode: 'Show the code',
    loading: 'Loading the request …',
    asks: (institution) => `${institution} asks for your data`,
    for: 'For',
    asked: 'Data asked for',
    scan: 'Scan this code with the digital KTP application on a phone.',
    qrLabel: 'QR code of the request',
    openHere: 'Open the wallet on this device',
    otherWays: 'Other ways',
    otherWallet: 'Use another wallet application',
    browserWallet: 'Choose a wallet through the browser',
    browserUnanswered: 'No wallet answered through the browser. Scan the code, or use another way.',
    opened: 'The request is open on a phone. Waiting for consent …',
    waiting: 'Waiting for the code to be scanned …',
    waitingHere: 'Waiting for the wallet’s answer …',
    result: 'What came of it',
    notReached: 'The service cannot be reached. This page tries again by itself.',
    ended: {
      verified: { title: 'The data have arrived', text: 'You may close this page.' },
      declined: {
        title: 'The holder did not agree',
        text: 'No data were sent. Ask again if that was a mistake.',
      },
      refused: {
        title: 'The answer cannot be accepted',
        text: 'What was shown did not pass the checks. Do not take it as proof. Ask once more; if it happens again, ask for the physical KTP-el.',
      },
      expired: { title: 'Time is up', text: 'A code is good for ten minutes. Make a new one.' },
    },
    goBack: 'Return to the page that asks. You may close this page.',
    onlyThis: 'The holder agreed to these data and no others.',
    compare: 'Compare the photo with the face of the person before you.',
    portrait: 'Photo of the digital KTP’s holder',
    yes: 'Yes',
    no: 'No',
    noValues: 'What was shown is visible only in the window that asked, and is deleted after ten minutes.',
    again: 'Ask again',
    home: 'Done',
    reasons: {
      revoked: 'The digital KTP that was shown no longer holds: it was released or revoked.',
      suspended:
        'The digital KTP that was shown is blocked, for instance because its phone was reported lost.',
      expired:
        'The digital KTP that was shown has expired. Ask its holder to open the application with internet.',
    },
    code: (code) => `Code: ${code}`,
  },
});
