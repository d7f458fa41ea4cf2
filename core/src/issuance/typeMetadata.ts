import { KIA_VCT } from '../kia/model.ts';
import { KIA_CLAIMS, KK_CLAIMS, KK_VCT } from './familyClaims.ts';
import { IKD_CLAIMS } from './ikdClaims.ts';
import { IKD_VCT } from './model.ts';
import type { TypeMetadataReply } from './wire.ts';

export const LOCALES = { id: 'id-ID', en: 'en' } as const;

interface Described {
  readonly vct: string;
  readonly name: string;
  readonly colour: string;
  readonly id: { readonly name: string; readonly description: string };
  readonly en: { readonly name: string; readonly description: string };
  readonly claims: Readonly<Record<string, { readonly id: string; readonly en: string }>>;
}

/** How any wallet may show a card of ours: SD-JWT VC Type Metadata (draft-ietf-oauth-sd-jwt-vc, section 4). */
function describe({ vct, name, colour, id, en, claims }: Described): TypeMetadataReply {
  // The colours of the card; without a picture, which a wallet would have to fetch.
  const text = colour === PALE ? '#1a1a1a' : '#ffffff';
  const rendering = { simple: { background_color: colour, text_color: text } };
  return {
    vct,
    name,
    description: en.description,
    display: [
      { locale: LOCALES.id, ...id, rendering },
      { locale: LOCALES.en, ...en, rendering },
    ],
    claims: Object.entries(claims).map(([claim, labels]) => ({
      path: [claim],
      display: [
        { locale: LOCALES.id, label: labels.id },
        { locale: LOCALES.en, label: labels.en },
      ],
      sd: 'always',
    })),
  };
}

const PALE = '#fdebd0';

export const ikdTypeMetadata = describe({
  vct: IKD_VCT,
  name: 'Identitas Kependudukan Digital',
  colour: '#2b4283',
  id: {
    name: 'KTP Digital (IKD)',
    description: 'Identitas Kependudukan Digital: isi KTP-el, terikat pada satu ponsel.',
  },
  en: {
    name: 'Digital KTP (IKD)',
    description: 'Digital population identity: the contents of a KTP-el, bound to one handset.',
  },
  claims: IKD_CLAIMS,
});

export const kiaTypeMetadata = describe({
  vct: KIA_VCT,
  name: 'Kartu Identitas Anak',
  colour: PALE,
  id: { name: 'Kartu Identitas Anak (KIA)', description: 'KIA seorang anak, di ponsel orang tua atau wali.' },
  en: {
    name: 'Child identity card (KIA)',
    description: 'A child’s KIA, on the phone of a parent or guardian.',
  },
  claims: KIA_CLAIMS,
});

export const kkTypeMetadata = describe({
  vct: KK_VCT,
  name: 'Kartu Keluarga',
  colour: '#3c5a48',
  id: { name: 'Kartu Keluarga (KK)', description: 'Keluarga dan anggotanya, terikat pada satu ponsel.' },
  en: { name: 'Family card (KK)', description: 'A family and its members, bound to one handset.' },
  claims: KK_CLAIMS,
});
