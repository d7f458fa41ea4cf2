import type { KiaMoment } from '@jatidiri/core/kia/ending.ts';
import type { KiaForm } from '@jatidiri/core/registry/model.ts';

interface EndingText {
  readonly title: (name: string) => string;
  readonly what: (day: string) => string;
  readonly steps: readonly string[];
}
type EndingTexts = Readonly<Record<KiaForm, Readonly<Record<KiaMoment, EndingText>>>>;

const photographId = [
  'Ajak anak ke kantor Dukcapil mana pun dan bawa kartu keluarga.',
  'Petugas mengambil foto anak; KIA baru langsung ada di dompet ini.',
];
const recordId = [
  'Ajak anak ke kantor Dukcapil mana pun untuk perekaman KTP-el; boleh sejak usia 16 tahun. Bawa kartu keluarga.',
  'KTP-el diserahkan mulai usia 17 tahun.',
  'Anak mendaftarkan KTP Digital di ponselnya sendiri, dengan PIN yang hanya ia ketahui.',
];
const photographEn = [
  'Bring the child and the family card to any Dukcapil office.',
  'An officer takes the photograph; the new KIA is in this wallet at once.',
];
const recordEn = [
  'Bring the child and the family card to any Dukcapil office to be recorded for the KTP-el; from the age of 16.',
  'The KTP-el is handed over from the age of 17.',
  'The child registers a digital KTP on its own phone, with a PIN that it alone knows.',
];

export const endingsId: EndingTexts = {
  under5: {
    ahead: {
      title: (name) => `${name} segera berusia 5 tahun`,
      what: (day) => `KIA-nya berakhir pada ${day}. Mulai usia 5 tahun KIA memakai foto.`,
      steps: photographId,
    },
    reached: {
      title: (name) => `KIA ${name} sudah berakhir`,
      what: (day) => `Sejak ${day} anak ini berusia 5 tahun, dan KIA memakai foto.`,
      steps: photographId,
    },
  },
  from5: {
    ahead: {
      title: (name) => `${name} segera berusia 17 tahun`,
      what: (day) => `Pada ${day} KIA-nya berakhir dan hilang sendiri dari dompet ini.`,
      steps: recordId,
    },
    reached: {
      title: (name) => `${name} sudah berusia 17 tahun`,
      what: (day) => `KIA-nya berakhir pada ${day}. Identitasnya kini dipegang anak itu sendiri.`,
      steps: recordId,
    },
  },
};

export const endingsEn: EndingTexts = {
  under5: {
    ahead: {
      title: (name) => `${name} will soon be 5`,
      what: (day) => `The KIA ends on ${day}. From the age of 5 a KIA carries a photograph.`,
      steps: photographEn,
    },
    reached: {
      title: (name) => `The KIA of ${name} has ended`,
      what: (day) => `The child is 5 since ${day}, and a KIA now carries a photograph.`,
      steps: photographEn,
    },
  },
  from5: {
    ahead: {
      title: (name) => `${name} will soon be 17`,
      what: (day) => `On ${day} the KIA ends and leaves this wallet by itself.`,
      steps: recordEn,
    },
    reached: {
      title: (name) => `${name} is 17`,
      what: (day) => `The KIA ended on ${day}. The child now holds its identity itself.`,
      steps: recordEn,
    },
  },
};
