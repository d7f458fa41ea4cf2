import { dictionary } from '../../shared/i18n.ts';

export const voterTexts = dictionary({
  id: {
    title: 'Pemilih pemula',
    hint: 'Siapa yang mencapai usia pilih sebelum pemilu dan belum direkam, per sekolah dan desa.',
    lead: (day: string) =>
      `Warga yang berusia 17 tahun atau pernah menikah sebelum pemilu ${day} dan belum direkam.`,
    bySchool: 'Per sekolah',
    byVillage: 'Per kelurahan/desa',
    noSchools:
      'Belum ada daftar sekolah. Registri tidak mencatat sekolah: minta daftar dari sekolah atau dinas pendidikan.',
    now: (count: string) => `${count} dapat direkam sekarang`,
    later: (count: string) => `${count} nanti, setelah 16 tahun`,
    showAll: (count: string) => `Tampilkan semua (${count})`,
    people: (count: string) => `${count} orang belum direkam. NIK tidak ditampilkan.`,
    plan: 'Rencanakan jemput bola di sini',
    csv: 'Simpan daftar (CSV)',
    from: (day: string) => `dapat direkam mulai ${day}`,
    schoolListHint: 'Daftar sekolah sebagai CSV dengan baris pertama: nik,npsn,sekolah.',
    schoolList: 'Kirim daftar sekolah',
    taken: (count: string) => `${count} siswa dicatat`,
    notTaken: (count: string) => `${count} baris tidak dipakai (salah tulis, atau bukan warga wilayah ini):`,
  },
  en: {
    title: 'First-time voters',
    hint: 'Who reaches voting age before the election and is not recorded, by school and village.',
    lead: (day) => `Residents who are 17 or ever married before the election of ${day} and are not recorded.`,
    bySchool: 'By school',
    byVillage: 'By village',
    noSchools:
      'No school’s list yet. The registry does not know schools: ask the school or the education office for its list.',
    now: (count) => `${count} can be recorded now`,
    later: (count) => `${count} later, from 16 on`,
    showAll: (count) => `Show all (${count})`,
    people: (count) => `${count} people are not recorded. Their NIK is not shown.`,
    plan: 'Plan an outreach session here',
    csv: 'Save the list (CSV)',
    from: (day) => `can be recorded from ${day}`,
    schoolListHint: 'A school’s list as CSV, its first line: nik,npsn,sekolah.',
    schoolList: 'Send a school’s list',
    taken: (count) => `${count} pupils noted`,
    notTaken: (count) => `${count} lines were not used (misspelt, or nobody of this region):`,
  },
});
