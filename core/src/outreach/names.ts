import type { HostKind, SessionState, ShortfallReason } from './model.ts';

interface Name {
  readonly id: string;
  readonly en: string;
}

/** Host kinds as residents call them. */
export const hostNames: Record<HostKind, Name> = {
  campus: { id: 'Kampus', en: 'Campus' },
  office: { id: 'Kantor', en: 'Office' },
  hospital: { id: 'Rumah sakit', en: 'Hospital' },
  school: { id: 'Sekolah', en: 'School' },
  village: { id: 'Desa atau kelurahan', en: 'Village' },
  fair: { id: 'Pameran', en: 'Fair' },
};

export const stateNames: Record<SessionState, Name> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  public: { id: 'Diumumkan', en: 'Announced' },
  running: { id: 'Sedang berlangsung', en: 'Running now' },
  closed: { id: 'Selesai', en: 'Over' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export const shortfallNames: Record<ShortfallReason, Name> = {
  fewCame: { id: 'Sedikit yang datang', en: 'Few people came' },
  noNetwork: { id: 'Jaringan lemah atau tidak ada', en: 'Weak or no network' },
  phonesUnfit: { id: 'Ponsel warga tidak memadai', en: 'Residents’ phones did not suffice' },
  notRecorded: { id: 'Belum rekam KTP-el', en: 'KTP-el not yet recorded' },
  noEmail: { id: 'Tidak punya e-mail', en: 'No e-mail address' },
  kitFailed: { id: 'Alat bermasalah', en: 'Equipment failed' },
  weather: { id: 'Cuaca atau perjalanan', en: 'Weather or travel' },
};
