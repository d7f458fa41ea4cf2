import { dictionary } from '../../shared/i18n.ts';

export const texts = dictionary({ id: { clear: 'Hapus' }, en: { clear: 'Clear' } });
