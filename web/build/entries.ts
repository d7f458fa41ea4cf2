/** One entry is one origin: a folder of web/src with its own index.html. */
export interface Entry {
  readonly name: string;
  /** Present when the entry can be installed and works without a network. */
  readonly app?: {
    readonly name: string;
    readonly shortName: string;
    readonly description: string;
    /** Files of `assets` that are stored at the first visit, the others when they are first used; all when left out. */
    readonly ahead?: RegExp;
  };
}

export const entries: readonly Entry[] = [
  { name: 'portal' },
  {
    name: 'wallet',
    app: {
      name: 'Jatidiri – Dompet Identitas',
      shortName: 'Jatidiri',
      description: 'Identitas Kependudukan Digital Anda, di ponsel Anda.',
      // What needs a network anyway can come when it is wanted: most residents' lines are slow, and many pay by the byte.
      ahead: /^(index|next|style|rolldown-runtime)-/,
    },
  },
  {
    name: 'desk',
    app: {
      name: 'Jatidiri – Meja Petugas',
      shortName: 'Meja Petugas',
      description: 'Meja layanan petugas Dukcapil untuk aktivasi IKD.',
    },
  },
  {
    name: 'verifier',
    app: {
      name: 'Jatidiri – Pemeriksa',
      shortName: 'Pemeriksa',
      description: 'Memeriksa keaslian IKD, juga tanpa jaringan.',
    },
  },
  { name: 'coverage' },
  { name: 'partner' },
];
