import { dictionary } from '../i18n.ts';

// By how many parts the code of the region above has.
const levelsId: Record<number, string> = { 1: 'Kabupaten/kota', 2: 'Kecamatan', 3: 'Kelurahan/desa' };

export const texts = dictionary({
  id: {
    levels: levelsId,
    allOf: (region: string) => `Seluruh ${region}`,
  },
  en: {
    levels: levelsId,
    allOf: (region) => `All of ${region}`,
  },
});
