import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    install: 'Pasang di layar utama',
    installWhy: 'Supaya KTP Digital mudah ditemukan dan tidak ikut terhapus oleh peramban.',
    iosTitle: 'Buka paling sedikit seminggu sekali',
    ios: 'Safari di iPhone menghapus data halaman yang 7 hari tidak dibuka. Sesudah itu ponsel ini dianggap ponsel baru. Memasangnya sekarang di layar utama tidak memindahkan data: aplikasi di sana mulai kosong.',
    clearing: 'Jangan hapus data peramban. Bagi layanan ini, ponsel yang datanya dihapus adalah ponsel baru.',
    notKept: 'Sisakan ruang di ponsel: bila hampir penuh, peramban dapat menghapus data ini.',
    kept: 'Peramban ini sudah berjanji tidak menghapusnya sendiri.',
  },
  en: {
    install: 'Put it on the home screen',
    installWhy: 'So that the digital KTP is easy to find and the browser does not clear it away.',
    iosTitle: 'Open it at least once a week',
    ios: 'Safari on an iPhone deletes the data of a page that was not opened for 7 days. This phone then counts as a new one. Putting it on the home screen now does not take the data along: the application there begins empty.',
    clearing:
      'Do not clear the browser’s data. To this service, a phone whose data were cleared is a new phone.',
    notKept: 'Leave some room on the phone: when it is nearly full, the browser may clear these data.',
    kept: 'This browser has promised not to clear them by itself.',
  },
});
