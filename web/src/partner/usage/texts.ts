import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    title: 'Pemakaian',
    thisMonth: 'Bulan ini',
    usedOf: (used: string, quota: string) => `${used} dari ${quota} pemakaian`,
    until: (day: string) => `PKS berlaku sampai ${day}.`,
    statements: 'Pernyataan bulanan',
    none: 'Belum ada pemakaian.',
    open: 'sementara',
    uses: { match: 'Pencocokan', read: 'Pembacaan', present: 'Penyajian IKD', login: 'Masuk' },
  },
  en: {
    title: 'Use',
    thisMonth: 'This month',
    usedOf: (used, quota) => `${used} of ${quota} uses`,
    until: (day) => `The agreement holds until ${day}.`,
    statements: 'Monthly statements',
    none: 'Nothing was used yet.',
    open: 'provisional',
    uses: { match: 'Matches', read: 'Reads', present: 'Presentations', login: 'Logins' },
  },
});
