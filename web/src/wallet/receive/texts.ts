import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Terima kartu',
    reading: 'Memeriksa penawaran …',
    from: 'Ditawarkan oleh',
    cards: 'Kartu',
    onlyOurs:
      'Penerbit kartu ini tidak ada dalam daftar lembaga yang diakui, jadi kartunya tidak diterima. Tanyakan kepada lembaganya.',
    code: 'Kode dari penerbit',
    codeHint: 'Kode ini dikirim lewat jalan lain, misalnya SMS atau di loket.',
    codeMissing: 'Masukkan kodenya.',
    take: 'Terima',
    taking: 'Menerima kartu …',
    takenTitle: 'Kartu diterima',
    taken: 'Kartu tersimpan di dompet ini dan siap ditunjukkan.',
    notTaken: 'Kartu tidak diterima',
    toCard: 'Ke KTP Digital saya',
  },
  en: {
    title: 'Receive a card',
    reading: 'Checking the offer …',
    from: 'Offered by',
    cards: 'Card',
    onlyOurs:
      'Who offers this card is not on the list of admitted institutions, so it was not taken. Ask the institution.',
    code: 'Code from the issuer',
    codeHint: 'It comes another way, for example by SMS or at the counter.',
    codeMissing: 'Enter the code.',
    take: 'Receive',
    taking: 'Receiving the card …',
    takenTitle: 'Card received',
    taken: 'The card is kept in this wallet and ready to be shown.',
    notTaken: 'The card was not received',
    toCard: 'To my digital KTP',
  },
});
