import { claimName, type ShownClaim } from '@jatidiri/core/holder/ways.ts';
import { KIA_CLAIMS, KK_CLAIMS, KK_VCT } from '@jatidiri/core/issuance/familyClaims.ts';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { KIA_VCT } from '@jatidiri/core/kia/model.ts';
import { formatDay, inFours } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { inWords } from '../../shared/residentWords.ts';
import { faces } from '../cards/cardFaces.ts';
import { texts } from './texts.ts';

const LABELS: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  ...KIA_CLAIMS,
  ...KK_CLAIMS,
  ...IKD_CLAIMS,
};
const NAMES: Readonly<Record<string, { readonly id: string; readonly en: string }>> = {
  [KIA_VCT]: { id: 'KIA', en: 'KIA' },
  [KK_VCT]: { id: 'Kartu keluarga', en: 'Family card' },
};
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const IN_FOURS: ReadonlySet<string> = new Set(['nik', 'no_kk']);

/** What a claim is called. The technical names of other issuers' cards say nothing to a resident. */
export const claimLabel = (claim: ShownClaim): string => labelOf(claimName(claim));

export function labelOf(name: string): string {
  const own = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
  // What other institutions call it was kept with their cards.
  const theirs = faces.value.find(({ claims }) => Object.hasOwn(claims, name))?.claims[name];
  return (own ?? theirs)?.[lang.value] ?? texts().otherClaim;
}

/** The picture that the verifier will see: as an SD-JWT carries it (a data URL), or as an mdoc does (base64url bytes). */
export function claimPicture(claim: ShownClaim): string | undefined {
  const [value] = claim.values;
  if (claimName(claim) !== 'portrait' || typeof value !== 'string') return undefined;
  if (value.startsWith('data:image/')) return value;
  return `data:image/webp;base64,${value.replaceAll('-', '+').replaceAll('_', '/')}`;
}

/** What the verifier will read, as the resident knows it; undefined for pictures and whatever is no single value. */
export function claimValue(claim: ShownClaim): string | undefined {
  const t = texts();
  const [value, ...more] = claim.values;
  const name = claimName(claim);
  if (name === 'portrait') return undefined;
  if (name === 'members') return membersOf(value);
  if (more.length > 0) return undefined;
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (IN_FOURS.has(name)) return inFours(value);
  return DAY.test(value) ? formatDay(value) : inWords(value);
}

/** Who stands on a family card; what it says of each goes with the name. */
function membersOf(value: unknown): string | undefined {
  return Array.isArray(value)
    ? value.map(({ name }: { name?: unknown }) => String(name)).join(', ')
    : undefined;
}

/** From which card something is shown. */
export const cardName = (type: string): string =>
  (NAMES[type] ?? faces.value.find((face) => face.type === type)?.name)?.[lang.value] ?? texts().ownCard;
