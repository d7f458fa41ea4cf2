import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Kartu lain',
    lead: 'Kartu dari lembaga yang diakui. Petugas membuktikannya dengan memindai, bukan dengan melihat layar ini.',
    none: 'Belum ada kartu lain.',
    valid: (until: string | undefined) => (until ? `Berlaku sampai ${until}` : 'Berlaku'),
    expired: (day: string) => `Habis masa berlakunya sejak ${day}`,
    withdrawn: 'Ditarik oleh penerbitnya. Tidak berlaku lagi.',
    lines: 'Lihat isinya',
    add: 'Pindai kode kartu',
    addHint: 'Lembaga menunjukkan kodenya di halamannya atau di loket.',
    remove: 'Hapus dari ponsel ini',
    removeMeaning: 'Kartunya hilang dari ponsel ini. Anda dapat memintanya lagi dari penerbitnya.',
    removeYes: 'Ya, hapus',
  },
  en: {
    title: 'Other cards',
    lead: 'Cards of admitted institutions. An officer proves them by scanning, not by looking at this screen.',
    none: 'No other card yet.',
    valid: (until) => (until ? `Valid until ${until}` : 'Valid'),
    expired: (day) => `Ran out on ${day}`,
    withdrawn: 'Withdrawn by its issuer. No longer valid.',
    lines: 'See what it says',
    add: 'Scan a card’s code',
    addHint: 'The institution shows it on its page or at its counter.',
    remove: 'Remove from this phone',
    removeMeaning: 'The card is gone from this phone. You can ask its issuer for it again.',
    removeYes: 'Yes, remove',
  },
});
