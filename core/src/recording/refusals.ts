import type { RefusalText } from '../kit/refusalText.ts';
import { officerRefusals } from '../office/refusals.ts';

export type RecordingRefusalCode = keyof typeof recordingRefusals;

export const recordingRefusals = {
  ...officerRefusals,
  'recording/resident-unknown': {
    status: 404,
    id: 'Penduduk ini tidak ditemukan di wilayah layanan kantor Anda.',
    en: 'This resident is not found in the area that your office serves.',
  },
  'recording/no-photograph': {
    status: 404,
    id: 'Belum ada foto perekaman penduduk ini.',
    en: 'There is no recorded photograph of this resident yet.',
  },
} as const satisfies Record<`${'recording' | 'office'}/${string}`, RefusalText>;
