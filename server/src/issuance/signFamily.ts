import { issueIdentityCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { Disclosure } from '@jatidiri/core/identityqr/model.ts';
import { KK_VCT, kiaClaims, kkClaims } from '@jatidiri/core/issuance/familyClaims.ts';
import type { FamilyCredentialsReply } from '@jatidiri/core/issuance/familyWire.ts';
import type { Validity } from '@jatidiri/core/issuance/validity.ts';
import { statusListUri } from '@jatidiri/core/issuance/wire.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { KIA_VCT } from '@jatidiri/core/kia/model.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { Kia, KiaForm, Resident } from '@jatidiri/core/registry/model.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import type { Issuer } from './issuer.ts';
import { makePortraits } from './portraits.ts';
import type { SigningDeps } from './signIkd.ts';
import type { Place } from './statusStore.ts';

/** A child's KIA with its place in the status list. */
export interface ChildToSign {
  readonly child: Resident;
  readonly kia: Kia;
  readonly place: Place;
  readonly validity: Validity;
  /** JPEG. */
  readonly photograph: Uint8Array | null;
}

/** Everything that a wallet gets of a family, read in one transaction and signed after it. */
export interface FamilyToSign {
  readonly members: readonly Resident[];
  readonly kk: Place;
  readonly validity: Validity;
  readonly children: readonly ChildToSign[];
  readonly domicile: WilayahCode;
  readonly region: WilayahCode;
  readonly grown: FamilyCredentialsReply['grown'];
  readonly deaths: FamilyCredentialsReply['deaths'];
}

export async function signFamily(
  deps: SigningDeps,
  issuer: Issuer,
  holderKey: PublicJwk,
  { members, kk, validity, children, domicile, region, grown, deaths }: FamilyToSign,
): Promise<FamilyCredentialsReply> {
  const claims = kkClaims(members, placeNames(deps.wilayah, domicile));
  const signedKk = await signOne(deps, issuer, holderKey, KK_VCT, claims, kk, validity);
  return {
    kk: { sdJwtVc: signedKk, validUntil: validity.expiresAt.toISOString() },
    children: await Promise.all(children.map((child) => signChild(deps, issuer, holderKey, child))),
    region,
    grown: [...grown],
    deaths: [...deaths],
  };
}

/** A card of the family as it is read, before it is signed. */
export type FamilyCard =
  | { readonly kind: 'kk'; readonly members: readonly Resident[]; readonly domicile: WilayahCode }
  | ({ readonly kind: 'kia' } & Pick<ChildToSign, 'child' | 'kia' | 'photograph'>);

/** Copies of one card for any wallet: one for each key, each at its place of the status list. */
export async function signFamilyCard(
  deps: SigningDeps,
  issuer: Issuer,
  card: FamilyCard,
  validity: Validity,
  holderKeys: readonly PublicJwk[],
  places: readonly Place[],
): Promise<string[]> {
  const claims = await claimsOf(deps, card);
  const vct = card.kind === 'kk' ? KK_VCT : KIA_VCT;
  return Promise.all(
    holderKeys.map((key, i) => signOne(deps, issuer, key, vct, claims, places[i]!, validity)),
  );
}

async function claimsOf({ wilayah }: SigningDeps, card: FamilyCard): Promise<Personal<JsonObject>> {
  if (card.kind === 'kk') return kkClaims(card.members, placeNames(wilayah, card.domicile));
  const { child, kia, photograph } = card;
  const portraits = photograph && (await makePortraits(photograph));
  const portrait = portraits && new Personal(new Uint8Array(portraits.card));
  return kiaClaims(child, kia, placeNames(wilayah, child.domicile), portrait);
}

async function signChild(
  deps: SigningDeps,
  issuer: Issuer,
  holderKey: PublicJwk,
  { child, kia, place, validity, photograph }: ChildToSign,
): Promise<FamilyCredentialsReply['children'][number]> {
  const portraits = photograph && (await makePortraits(photograph));
  const portrait = portraits && new Personal(new Uint8Array(portraits.card));
  const claims = kiaClaims(child, kia, placeNames(deps.wilayah, child.domicile), portrait);
  const terms = {
    ...termsOf(issuer, holderKey, place, validity),
    certificateSha256: issuer.certificateSha256,
  };
  const toQr = async (disclosure: Disclosure) =>
    toBase64url(await issueIdentityCwt(issuer.sign, terms, disclosure));
  return {
    form: kia.form,
    sdJwtVc: await signOne(deps, issuer, holderKey, KIA_VCT, claims, place, validity),
    identityQr: {
      kia: await toQr({ kind: 'kia', band: kia.form }),
      ...(portraits && {
        nameAndPhoto: await toQr({
          kind: 'nameAndPhoto',
          name: child.name,
          portrait: new Personal(new Uint8Array(portraits.qr)),
        }),
      }),
    },
    portrait: portrait && toBase64url(portrait.reveal()),
    validUntil: validity.expiresAt.toISOString(),
  };
}

/** Passes of a child's KIA, one for each key: "valid KIA" and an age band, and nothing that two of them have in common. */
export function signPasses(
  issuer: Issuer,
  band: KiaForm,
  validity: Validity,
  holderKeys: readonly PublicJwk[],
  places: readonly Place[],
): Promise<string[]> {
  const { certificateSha256 } = issuer;
  return Promise.all(
    holderKeys.map(async (key, i) => {
      const terms = { ...termsOf(issuer, key, places[i]!, validity), certificateSha256 };
      return toBase64url(await issueIdentityCwt(issuer.sign, terms, { kind: 'kia', band }));
    }),
  );
}

function signOne(
  { suite, random }: SigningDeps,
  issuer: Issuer,
  holderKey: PublicJwk,
  vct: string,
  selectable: Personal<JsonObject>,
  place: Place,
  validity: Validity,
): Promise<string> {
  return issueCredential(
    { sign: issuer.sign, suite, randomSalt: () => Buffer.from(random(16)).toString('base64url') },
    { ...termsOf(issuer, holderKey, place, validity), vct, x5c: issuer.x5c, selectable },
  );
}

function termsOf(
  issuer: Issuer,
  holderKey: PublicJwk,
  { list, idx }: Place,
  { issuedAt, expiresAt }: Validity,
) {
  const status = { uri: statusListUri(issuer.uri, list), idx };
  return { issuer: issuer.uri, issuedAt, expiresAt, holderKey, status };
}
