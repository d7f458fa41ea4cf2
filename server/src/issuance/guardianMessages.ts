import type { KiaMoment } from '@jatidiri/core/kia/ending.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';
import { type Message, NEVER_ASKED } from '../activation/index.ts';

/** What guardians are told of the end of a child's KIA. */
export interface EndingNotice {
  readonly form: KiaForm;
  readonly moment: KiaMoment;
  readonly until: IsoDate;
}

const RECORD =
  'Yang perlu dilakukan: ajak anak ke kantor Dukcapil mana pun untuk perekaman KTP-el. Perekaman boleh sejak usia 16 tahun; KTP-el diserahkan mulai usia 17 tahun. Bawa kartu keluarga.';
const ACTIVATE =
  'Sesudah itu anak mendaftarkan KTP Digital di ponselnya sendiri, dengan PIN yang hanya ia ketahui.';
const PHOTOGRAPH =
  'Yang perlu dilakukan: ajak anak ke kantor Dukcapil mana pun. Mulai usia 5 tahun KIA memakai foto; petugas mengambilnya di sana. Bawa kartu keluarga.';
const HANDED_OVER =
  'KIA sudah hilang dari dompet Anda dengan sendirinya. Identitas anak kini dipegang anak itu sendiri: Anda tidak lagi menunjukkannya.';

/** The words of a notice; which child it is, the wallet says. */
export function endingMessage({ form, moment, until }: EndingNotice): Message {
  const day = until.split('-').reverse().join('/');
  if (form === 'under5')
    return moment === 'ahead'
      ? {
          subject: 'KIA anak Anda perlu diperbarui sebelum usia 5 tahun',
          paragraphs: [
            `Satu KIA dalam dompet Anda berakhir pada ${day}, ulang tahun anak yang ke-5.`,
            PHOTOGRAPH,
            NEVER_ASKED,
            `A child’s KIA in your wallet ends on ${day}. From the age of 5 it carries a photograph: bring the child to any Dukcapil office.`,
          ],
          short: `KIA anak Anda berakhir ${day}. Mulai usia 5 tahun KIA memakai foto: ajak anak ke kantor Dukcapil mana pun.`,
        }
      : {
          subject: 'KIA anak Anda sudah berakhir: anak berusia 5 tahun',
          paragraphs: [
            `Satu KIA dalam dompet Anda berakhir pada ${day}, ulang tahun anak yang ke-5.`,
            PHOTOGRAPH,
            NEVER_ASKED,
            `A child’s KIA in your wallet ended on ${day}. Bring the child to any Dukcapil office for a new one with a photograph.`,
          ],
          short: `KIA anak Anda berakhir ${day}: anak berusia 5 tahun. Ajak anak ke kantor Dukcapil mana pun untuk KIA dengan foto.`,
        };
  return moment === 'ahead'
    ? {
        subject: 'Anak Anda segera berusia 17 tahun: KIA berganti KTP',
        paragraphs: [
          `Satu KIA dalam dompet Anda berakhir pada ${day}, ulang tahun anak yang ke-17. Pada hari itu KIA hilang sendiri dari dompet Anda.`,
          RECORD,
          ACTIVATE,
          NEVER_ASKED,
          `A child’s KIA in your wallet ends on ${day}, the seventeenth birthday. Bring the child to any Dukcapil office to be recorded for the KTP-el; the digital KTP is then activated on the child’s own phone.`,
        ],
        short: `KIA anak Anda berakhir ${day}, usia 17. Ajak anak merekam KTP-el di kantor Dukcapil mana pun, lalu daftar KTP Digital di ponselnya sendiri.`,
      }
    : {
        subject: 'KIA anak Anda sudah berakhir: anak berusia 17 tahun',
        paragraphs: [
          HANDED_OVER,
          RECORD,
          ACTIVATE,
          NEVER_ASKED,
          'A child’s KIA has left your wallet: the child is 17 and holds its identity itself. If not done yet, the KTP-el is recorded at any Dukcapil office and the digital KTP activated on the child’s own phone.',
        ],
        short: `KIA anak Anda berakhir ${day}: usia 17. Belum merekam KTP-el? Ajak anak ke kantor Dukcapil mana pun, lalu daftar KTP Digital di ponselnya.`,
      };
}
