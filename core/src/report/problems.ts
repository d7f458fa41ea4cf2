/** What is wrong with a report, and where. `cell` is its address; a problem of the whole file has none. */
export interface Problem {
  readonly code: ProblemCode;
  readonly cell: string | null;
  /** Another cell or range that it is about. */
  readonly other?: string;
}

/** What was understood in a way that whoever brings the report ought to see. */
export interface Notice {
  readonly code: NoticeCode;
  readonly cell: string | null;
  /** A region's name, a range, an encoding: nothing that the cell held. */
  readonly other?: string;
}

type Text = Readonly<Record<'id' | 'en', (cell: string, other: string) => string>>;

/** Each says what is wrong and what to do; the cell's content is not repeated. */
export const problemTexts = {
  notATable: {
    id: () =>
      'Berkas ini bukan CSV atau XLSX. Simpan sebagai “Excel Workbook (.xlsx)” atau “CSV UTF-8”, lalu unggah lagi.',
    en: () =>
      'This file is neither CSV nor XLSX. Save it as “Excel Workbook (.xlsx)” or “CSV UTF-8” and upload it again.',
  },
  oldExcel: {
    id: () =>
      'Ini berkas Excel lama (.xls). Buka, pilih Simpan sebagai “Excel Workbook (.xlsx)”, lalu unggah lagi.',
    en: () =>
      'This is an old Excel file (.xls). Open it, save it as “Excel Workbook (.xlsx)” and upload it again.',
  },
  damaged: {
    id: () => 'Berkas rusak atau terpotong. Buka di Excel, simpan ulang, lalu unggah lagi.',
    en: () => 'The file is damaged or cut off. Open it in Excel, save it again and upload it.',
  },
  tooLarge: {
    id: () => 'Tabel terlalu besar: paling banyak 5.000 baris dan 100 kolom. Bagi menjadi beberapa berkas.',
    en: () => 'The table is too large: at most 5,000 rows and 100 columns. Divide it into several files.',
  },
  quoteOpen: {
    id: (cell) => `Baris ${cell}: tanda kutip tidak ditutup.`,
    en: (cell) => `Line ${cell}: a quotation mark is not closed.`,
  },
  mixedEncoding: {
    id: (cell) =>
      `Baris ${cell}: huruf di berkas ini memakai dua pengodean. Simpan ulang sebagai “CSV UTF-8”.`,
    en: (cell) => `Line ${cell}: the file mixes two encodings. Save it again as “CSV UTF-8”.`,
  },
  noHeads: {
    id: () =>
      'Baris judul tidak ditemukan. Perlu kolom wilayah (kode atau nama) dan kolom jumlah atau persentase.',
    en: () =>
      'No row of column heads was found. A region (code or name) and a count or percentage are needed.',
  },
  severalSheets: {
    id: (_, other) => `Ada lebih dari satu lembar berisi tabel (${other}). Sisakan satu lembar per berkas.`,
    en: (_, other) => `More than one sheet holds a table (${other}). Leave one sheet in the file.`,
  },
  headTwice: {
    id: (cell) =>
      `${cell}: kolom ini sudah ada sebelumnya. Satu berkas memuat satu indikator dengan satu kolom tiap bagian.`,
    en: (cell) =>
      `${cell}: this column stands there twice. A file has one indicator and one column for each part.`,
  },
  merged: {
    id: (cell) => `${cell}: sel digabung di dalam data. Pisahkan (Unmerge) dan isi setiap baris.`,
    en: (cell) => `${cell}: cells are merged within the data. Unmerge them and fill in each row.`,
  },
  regionMissing: {
    id: (cell) => `${cell}: wilayah belum diisi.`,
    en: (cell) => `${cell}: the region is missing.`,
  },
  regionUnknown: {
    id: (cell) => `${cell}: wilayah ini tidak dikenal. Pakai kode Kemendagri (64.71) atau nama resminya.`,
    en: (cell) => `${cell}: this region is not known. Use the Kemendagri code (64.71) or its official name.`,
  },
  regionFormer: {
    id: (cell, other) =>
      `${cell}: ${other} tidak lagi termasuk provinsi ini. Laporkan melalui provinsinya sekarang.`,
    en: (cell, other) =>
      `${cell}: ${other} no longer belongs to this province. Report it through its present one.`,
  },
  regionDivided: {
    id: (cell) =>
      `${cell}: “Kutai” sudah dimekarkan. Tulis Kutai Kartanegara, Kutai Barat, atau Kutai Timur.`,
    en: (cell) => `${cell}: “Kutai” has been divided. Write Kutai Kartanegara, Kutai Barat or Kutai Timur.`,
  },
  regionDisagrees: {
    id: (cell, other) => `${cell}: nama wilayah tidak sesuai dengan kode di ${other}.`,
    en: (cell, other) => `${cell}: the name does not belong to the code in ${other}.`,
  },
  regionNotYours: {
    id: (cell) => `${cell}: wilayah ini di luar wilayah kantor Anda.`,
    en: (cell) => `${cell}: this region lies outside your office’s.`,
  },
  indicatorUnknown: {
    id: (cell) =>
      `${cell}: indikator tidak dikenal. Pilih: IKD aktif, perekaman KTP-el, perekaman pemilih pemula, kepemilikan KIA.`,
    en: (cell) =>
      `${cell}: the indicator is not known. Choose: active IKD, KTP-el recorded, first-time voters recorded, KIA owned.`,
  },
  indicatorMissing: {
    id: () => 'Tidak ada kolom indikator, dan judul kolom tidak menyebutkannya. Pilih indikator di atas.',
    en: () => 'There is no indicator column, and no head names it. Choose the indicator above.',
  },
  dayUnreadable: {
    id: (cell) => `${cell}: tanggal tidak terbaca. Tulis 13/06/2024, 13 Juni 2024, atau 2024-06-13.`,
    en: (cell) => `${cell}: the date cannot be read. Write 13/06/2024, 13 Juni 2024 or 2024-06-13.`,
  },
  dayMissing: {
    id: () => 'Tanggal keadaan tidak ada di tabel maupun di judulnya. Pilih tanggal di atas.',
    en: () => 'Neither the table nor its title names the as-of date. Choose it above.',
  },
  dayInFuture: {
    id: (cell) => `${cell}: tanggal ini belum tiba.`,
    en: (cell) => `${cell}: this day has not come yet.`,
  },
  percentInCount: {
    id: (cell) => `${cell}: berisi persentase, padahal kolom ini untuk jumlah orang.`,
    en: (cell) => `${cell}: holds a percentage, but this column is for a number of people.`,
  },
  notWhole: {
    id: (cell) => `${cell}: jumlah orang harus bilangan bulat. Pakai titik untuk ribuan: 2.790.734.`,
    en: (cell) => `${cell}: a number of people must be whole. Use points for thousands: 2.790.734.`,
  },
  notANumber: {
    id: (cell) => `${cell}: bukan angka. Isi dengan jumlah seperti 2.790.734.`,
    en: (cell) => `${cell}: is not a number. Write it like 2.790.734.`,
  },
  formulaAsText: {
    id: (cell) => `${cell}: berisi rumus yang tertulis sebagai teks. Isi dengan angkanya.`,
    en: (cell) => `${cell}: holds a formula written as text. Enter its number.`,
  },
  unknownResult: {
    id: (cell) =>
      `${cell}: rumus tanpa hasil atau dengan galat (#DIV/0!). Perbaiki di Excel, simpan, lalu unggah lagi.`,
    en: (cell) =>
      `${cell}: a formula without a result or with an error (#DIV/0!). Correct it in Excel, save and upload again.`,
  },
  denominatorZero: {
    id: (cell) => `${cell}: penyebutnya nol, jadi tidak ada yang dapat dibagi.`,
    en: (cell) => `${cell}: the denominator is zero: nothing can be divided by it.`,
  },
  nothingStated: {
    id: (cell) => `${cell}: baris ini tidak berisi jumlah maupun persentase.`,
    en: (cell) => `${cell}: this row has neither a count nor a percentage.`,
  },
  kindUnknown: {
    id: (cell) =>
      `${cell}: jenis penyebut tidak dikenal. Pilih: wajib KTP, sudah rekam, pemilih pemula, anak di bawah 17 tahun.`,
    en: (cell) =>
      `${cell}: the kind of denominator is not known. Choose: wajib KTP, recorded, first-time voters, children under 17.`,
  },
  rowTwice: {
    id: (cell, other) => `${cell}: wilayah, indikator, dan tanggal ini sudah ada di ${other}.`,
    en: (cell, other) => `${cell}: this region, indicator and day already stand in ${other}.`,
  },
  totalDiffers: {
    id: (cell) =>
      `${cell}: jumlah di baris total tidak sama dengan jumlah baris di atasnya. Perbaiki salah satunya.`,
    en: (cell) => `${cell}: the total is not the sum of the rows above it. Correct one of them.`,
  },
  noRows: {
    id: () => 'Di bawah judul kolom tidak ada baris data.',
    en: () => 'There is no row of data below the heads.',
  },
} as const satisfies Record<string, Text>;
export type ProblemCode = keyof typeof problemTexts;

export const noticeTexts = {
  otherName: {
    id: (cell, other) => `${cell}: nama lama atau singkatan, dibaca sebagai ${other}.`,
    en: (cell, other) => `${cell}: a former or short name, read as ${other}.`,
  },
  totalLeftOut: {
    id: (cell) => `${cell}: baris total tidak diambil, hanya diperiksa.`,
    en: (cell) => `${cell}: the totals row is checked, not taken.`,
  },
  encodingGuessed: {
    id: (_, other) => `Berkas bukan UTF-8; dibaca sebagai ${other}.`,
    en: (_, other) => `The file is not UTF-8; it was read as ${other}.`,
  },
  dayFromTitle: {
    id: (cell, other) => `${cell}: tanggal keadaan diambil dari judul: ${other}.`,
    en: (cell, other) => `${cell}: the as-of date was taken from the title: ${other}.`,
  },
} as const satisfies Record<string, Text>;
export type NoticeCode = keyof typeof noticeTexts;
