import type { CardGroup } from '@jatidiri/core/partner/cardIssuers.ts';
import { dictionary } from '../i18n.ts';

const groupsId: Record<CardGroup, string> = {
  health: 'Kesehatan',
  tax: 'Pajak',
  profession: 'Profesi',
  education: 'Pendidikan',
  other: 'Lainnya',
};
const groupsEn: typeof groupsId = {
  health: 'Health',
  tax: 'Tax',
  profession: 'Profession',
  education: 'Education',
  other: 'Other',
};

/** In which groups a wallet lays other institutions' cards. */
export const cardGroups = dictionary({ id: groupsId, en: groupsEn });
