import type { Activation } from '@jatidiri/core/activation/model.ts';
import { issueIdentityCwt } from '@jatidiri/core/identityqr/issueIdentityCwt.ts';
import type { Disclosure } from '@jatidiri/core/identityqr/model.ts';
import { disclosuresOf } from '@jatidiri/core/issuance/disclosures.ts';
import { ikdClaims } from '@jatidiri/core/issuance/ikdClaims.ts';
import {
  type CredentialRecord,
  IKD_VCT,
  type IkdSubject,
  type Portraits,
} from '@jatidiri/core/issuance/model.ts';
import type { Validity } from '@jatidiri/core/issuance/validity.ts';
import { type CredentialReply, statusListUri } from '@jatidiri/core/issuance/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ageOn, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { WAJIB_KTP_AGE } from '@jatidiri/core/registry/wajibKtp.ts';
import { issueCredential } from '@jatidiri/core/sdjwt/issueCredential.ts';
import { placeNames, type WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { Issuer } from './issuer.ts';
import type { Place } from './statusStore.ts';

export interface SigningDeps {
  readonly now: () => Date;
  readonly suite: Pick<Suite, 'sha256'>;
  readonly random: (size: number) => Uint8Array;
  readonly wilayah: Pick<WilayahTree, 'find'>;
}

export interface SigningInput {
  readonly device: Activation['device'];
  readonly record: CredentialRecord;
  readonly portraits: Portraits;
  readonly validity: Validity;
  readonly place: Place;
}

/** One SD-JWT VC, and one CWT for each thing that the resident may show: all on the same terms. */
export async function signIkd(
  deps: SigningDeps,
  issuer: Issuer,
  { device, record, portraits, validity, place }: SigningInput,
): Promise<CredentialReply> {
  const subject: IkdSubject = {
    record,
    portraits,
    domicile: placeNames(deps.wilayah, record.domicile),
    isOver17: ageOn(record.birthDate.reveal(), dayInKaltim(deps.now())) >= WAJIB_KTP_AGE,
  };
  const terms = {
    issuer: issuer.uri,
    issuedAt: validity.issuedAt,
    expiresAt: validity.expiresAt,
    holderKey: device.jwk,
    status: { uri: statusListUri(issuer.uri, place.list), idx: place.idx },
  };
  const sdJwtVc = await issueCredential(
    { sign: issuer.sign, suite: deps.suite, randomSalt: () => toBase64url(deps.random(16)) },
    { ...terms, vct: IKD_VCT, x5c: issuer.x5c, selectable: ikdClaims(subject) },
  );
  const { certificateSha256 } = issuer;
  const toQr = async (disclosure: Disclosure) =>
    toBase64url(await issueIdentityCwt(issuer.sign, { ...terms, certificateSha256 }, disclosure));
  const { fullCard, nameAndPhoto, over17 } = disclosuresOf(subject);
  return {
    sdJwtVc,
    identityQr: {
      fullCard: await toQr(fullCard),
      nameAndPhoto: await toQr(nameAndPhoto),
      ...(over17 ? { over17: await toQr(over17) } : {}),
    },
    portrait: toBase64url(portraits.card.reveal()),
    validUntil: validity.expiresAt.toISOString(),
  };
}
