import { issueIdentityCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { Disclosure } from '@jatidiri/core/identityqr/model.ts';
import { disclosuresOf } from '@jatidiri/core/issuance/disclosures.ts';
import { ikdClaims } from '@jatidiri/core/issuance/ikdClaims.ts';
import { ikdElements } from '@jatidiri/core/issuance/ikdElements.ts';
import { IKD_DOCTYPE, IKD_NAMESPACE, IKD_VCT, type IkdSubject } from '@jatidiri/core/issuance/model.ts';
import { type CredentialReply, statusListUri } from '@jatidiri/core/issuance/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ageOn, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';
import { issueMdoc } from '@jatidiri/core/mdoc/issueMdoc.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { Issuable } from './issuable.ts';
import type { Issuer } from './issuer.ts';
import type { Place } from './statusStore.ts';

export interface SigningDeps {
  readonly now: () => Date;
  readonly suite: Pick<Suite, 'sha256'>;
  readonly random: (size: number) => Uint8Array;
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

/** One copy as SD-JWT VC, bound to the holder's key. */
export function signSdJwt(
  deps: SigningDeps,
  issuer: Issuer,
  issuable: Issuable,
  holderKey: PublicJwk,
  place: Place,
): Promise<string> {
  return issueCredential(
    {
      sign: issuer.sign,
      suite: deps.suite,
      randomSalt: () => Buffer.from(deps.random(16)).toString('base64url'),
    },
    {
      ...termsOf(issuer, issuable, holderKey, place),
      vct: IKD_VCT,
      x5c: issuer.x5c,
      selectable: ikdClaims(subjectOf(deps, issuable)),
    },
  );
}

/** One copy as mdoc, bound to the holder's key: `IssuerSigned` in base64url (OpenID4VCI appendix A.2.4). */
export async function signMdoc(
  deps: SigningDeps,
  issuer: Issuer,
  issuable: Issuable,
  holderKey: PublicJwk,
  place: Place,
): Promise<string> {
  const issuerSigned = await issueMdoc(
    { sign: issuer.sign, suite: deps.suite, randomSalt: () => new Uint8Array(deps.random(32)) },
    {
      ...termsOf(issuer, issuable, holderKey, place),
      docType: IKD_DOCTYPE,
      nameSpace: IKD_NAMESPACE,
      x5c: issuer.x5c,
      elements: ikdElements(subjectOf(deps, issuable)),
    },
  );
  return toBase64url(issuerSigned);
}

/** What the wallet keeps: an SD-JWT VC, and one CWT for each thing that the resident may show; all on the same terms. */
export async function signIkd(
  deps: SigningDeps,
  issuer: Issuer,
  issuable: Issuable,
  place: Place,
): Promise<CredentialReply> {
  const holderKey = issuable.identity.device.jwk;
  const { certificateSha256 } = issuer;
  const terms = { ...termsOf(issuer, issuable, holderKey, place), certificateSha256 };
  const toQr = async (disclosure: Disclosure) =>
    toBase64url(await issueIdentityCwt(issuer.sign, terms, disclosure));
  const { fullCard, nameAndPhoto, over17 } = disclosuresOf(subjectOf(deps, issuable));
  return {
    sdJwtVc: await signSdJwt(deps, issuer, issuable, holderKey, place),
    identityQr: {
      fullCard: await toQr(fullCard),
      nameAndPhoto: await toQr(nameAndPhoto),
      ...(over17 ? { over17: await toQr(over17) } : {}),
    },
    portrait: toBase64url(issuable.portraits.card.reveal()),
    validUntil: terms.expiresAt.toISOString(),
  };
}

function termsOf(issuer: Issuer, { validity }: Issuable, holderKey: PublicJwk, { list, idx }: Place) {
  const { issuedAt, expiresAt } = validity;
  const status = { uri: statusListUri(issuer.uri, list), idx };
  return { issuer: issuer.uri, issuedAt, expiresAt, holderKey, status };
}

/** Who a credential is about, with everything that it may say. */
export function subjectOf({ now, wilayah }: SigningDeps, { record, portraits }: Issuable): IkdSubject {
  return {
    record,
    portraits,
    domicile: placeNames(wilayah, record.domicile),
    isOver17: ageOn(record.birthDate.reveal(), dayInKaltim(now())) >= WAJIB_KTP_AGE,
  };
}
