import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({
  id: {
    checkTitle: 'Periksa petugas atau poster',
    neverTitle: 'Yang tidak pernah kami lakukan',
    neverLead: 'Siapa pun yang melakukan ini bukan dari layanan KTP Digital, apa pun seragamnya.',
    never: [
      'Meminta PIN Anda. PIN hanya untuk Anda; petugas pun tidak boleh tahu.',
      'Meminta kode yang dikirim kepada Anda. Kode hanya Anda ketik sendiri di ponsel Anda.',
      'Meminta uang. Semua layanan KTP Digital gratis.',
      'Mengirim tautan yang meminta NIK, foto, PIN, atau data lain.',
      'Menelepon untuk “memperbarui” atau “membuka blokir” KTP Digital.',
      'Meminta Anda memasang aplikasi dari tautan pesan.',
    ],
    linksTitle: 'Tautan dalam pesan kami',
    links:
      'Hanya ada dua: tombol untuk mengaktifkan sesudah Anda bertemu petugas, dan tombol untuk menghentikan pemindahan ke ponsel lain. Halamannya hanya berisi satu tombol dan tidak menanyakan apa pun. Jika halaman itu meminta data, itu palsu.',
    instead: 'Ada petugas di depan Anda?',
    insteadHow: 'Periksa lencananya sebelum memberi apa pun.',
  },
  en: {
    checkTitle: 'Check an officer or a poster',
    neverTitle: 'What we never do',
    neverLead: 'Whoever does this is not from the digital KTP service, whatever the uniform.',
    never: [
      'Ask for your PIN. It is yours alone; not even officers may know it.',
      'Ask for a code that was sent to you. You type codes yourself, on your own phone.',
      'Ask for money. All services of the digital KTP are free.',
      'Send a link that asks for NIK, photo, PIN or other data.',
      'Call you to “renew” or “unblock” the digital KTP.',
      'Ask you to install an app from a link in a message.',
    ],
    linksTitle: 'Links in our messages',
    links:
      'There are only two: a button to activate after you have met an officer, and a button to stop a move to another phone. Their pages hold one button and ask for nothing. If such a page asks for data, it is false.',
    instead: 'An officer is before you?',
    insteadHow: 'Check the badge before you give anything.',
  },
});
