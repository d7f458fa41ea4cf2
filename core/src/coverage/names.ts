import type { DenominatorKind, Indicator } from './model.ts';

type Name = Readonly<Record<'id' | 'en', string>>;

/** How figures are named wherever they are shown. */
export const indicatorNames = {
  ikdActive: { id: 'IKD aktif', en: 'active IKD' },
  ktpElRecorded: { id: 'perekaman KTP-el', en: 'KTP-el recorded' },
  pemilihPemulaRecorded: {
    id: 'perekaman KTP-el pemilih pemula',
    en: 'KTP-el recorded among first-time voters',
  },
  pemilihPemulaPrinted: { id: 'KTP-el pemilih pemula tercetak', en: 'KTP-el printed for first-time voters' },
  pemilihPemulaHandedOver: {
    id: 'KTP-el pemilih pemula diserahkan',
    en: 'KTP-el handed to first-time voters',
  },
  kiaOwned: { id: 'kepemilikan KIA', en: 'KIA owned' },
  outreachActivations: { id: 'aktivasi IKD saat jemput bola', en: 'IKD activated at outreach' },
} as const satisfies Record<Indicator, Name>;

export const baseNames = {
  wajibKtp: { id: 'wajib KTP', en: 'wajib KTP' },
  recorded: { id: 'penduduk yang sudah rekam KTP-el', en: 'residents whose KTP-el is recorded' },
  pemilihPemula: { id: 'pemilih pemula', en: 'first-time voters' },
  childrenUnder17: { id: 'anak di bawah 17 tahun', en: 'children under 17' },
} as const satisfies Record<DenominatorKind, Name>;
