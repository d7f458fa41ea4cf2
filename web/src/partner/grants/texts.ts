import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Persetujuan penduduk',
    lead: 'Persetujuan yang masih berlaku, dan kapan datanya dibaca. Penduduk dapat mencabutnya kapan saja; setelah itu pembacaan langsung ditolak.',
    none: 'Tidak ada persetujuan yang berlaku.',
    period: (from: string, until: string) => `Dari ${from} sampai ${until}`,
    readAt: (at: string) => `Dibaca ${at}`,
    reported: 'data balikan sudah dilaporkan',
    notReported: 'data balikan belum dilaporkan',
  },
  en: {
    title: 'Residents’ consents',
    lead: 'Consents that still hold, and when their data were read. A resident can take one back at any time; from then on reads are refused.',
    none: 'No consent holds.',
    period: (from, until) => `From ${from} until ${until}`,
    readAt: (at) => `Read ${at}`,
    reported: 'outcome reported',
    notReported: 'outcome not reported yet',
  },
});
