import { IKD_CLAIMS } from './ikdClaims.ts';
import { IKD_VCT } from './model.ts';
import type { TypeMetadataReply } from './wire.ts';

export const LOCALES = { id: 'id-ID', en: 'en' } as const;

/** The colours of the card; without a picture, which a wallet would have to fetch. */
const RENDERING = { simple: { background_color: '#2b4283', text_color: '#ffffff' } };

/** How any wallet may show an IKD: SD-JWT VC Type Metadata (draft-ietf-oauth-sd-jwt-vc, section 4). */
export const ikdTypeMetadata: TypeMetadataReply = {
  vct: IKD_VCT,
  name: 'Identitas Kependudukan Digital',
  description: 'The digital population identity of Indonesia: what a KTP-el says, bound to one handset.',
  display: [
    {
      locale: LOCALES.id,
      name: 'KTP Digital (IKD)',
      description: 'Identitas Kependudukan Digital: isi KTP-el, terikat pada satu ponsel.',
      rendering: RENDERING,
    },
    {
      locale: LOCALES.en,
      name: 'Digital KTP (IKD)',
      description: 'Digital population identity: the contents of a KTP-el, bound to one handset.',
      rendering: RENDERING,
    },
  ],
  claims: Object.entries(IKD_CLAIMS).map(([name, labels]) => ({
    path: [name],
    display: [
      { locale: LOCALES.id, label: labels.id },
      { locale: LOCALES.en, label: labels.en },
    ],
    sd: 'always',
  })),
};
