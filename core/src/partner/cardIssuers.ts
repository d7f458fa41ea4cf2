import type { VerifyChain } from '../chain/certified.ts';
import { chainVerifier } from '../chain/verifyChain.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { parseJws, signJws, verifyJws } from '../jose/jws.ts';
import { isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { fromBase64, toBase64 } from '../kit/bytes.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';

export const CARD_GROUPS = ['health', 'tax', 'profession', 'education', 'other'] as const;
export type CardGroup = (typeof CARD_GROUPS)[number];

/**
 * An institution that may put cards into residents' wallets: the list of them is what wallets and verifiers go by. It
 * says which types each may issue, so that a shop's key cannot make a doctor's licence.
 */
export interface CardIssuer {
  /** The credential issuer identifier (OpenID4VCI section 12.2.1): an address without a slash at its end. */
  readonly issuer: string;
  /** Of the institution, as the ministry admitted it. */
  readonly name: string;
  /** `vct` values. */
  readonly types: readonly string[];
  /** Where the wallet puts its cards. */
  readonly group: CardGroup;
  /** The certificate authority of its cards, as DER. */
  readonly root: Uint8Array;
}

export interface CardIssuerList {
  readonly issuers: readonly CardIssuer[];
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Ours alone: whoever else issued such a type would be taken for the civil registry. */
export const isReservedType = (type: string): boolean => type.startsWith('urn:jatidiri:');

const TYP = 'ikd-card-issuers+jwt';

/** The list as it is published: a JWS by the issuer of the IKD, with its certificate in `x5c`. */
export async function signCardIssuers(
  sign: SignEs256,
  x5c: readonly string[],
  { issuers, issuedAt, expiresAt }: CardIssuerList,
): Promise<string> {
  const payload = {
    iat: toNumericDate(issuedAt),
    exp: toNumericDate(expiresAt),
    issuers: issuers.map(({ issuer, name, types, group, root }) => ({
      issuer,
      name,
      types,
      group,
      root: toBase64(root),
    })),
  };
  return signJws(sign, { typ: TYP, x5c }, payload as unknown as JsonObject);
}

/** Verifies a list that one of our issuers signed; undefined for anything else, and for one that has run out. */
export async function verifyCardIssuers(
  compact: string,
  { verifyChain, suite, now }: { verifyChain: VerifyChain; suite: Suite; now: Date },
): Promise<CardIssuerList | undefined> {
  const jws = parseJws(compact);
  if (!jws || jws.header.typ !== TYP) return undefined;
  const chain = await verifyChain(jws.header.x5c, now);
  if (!chain.ok || !(await verifyJws(suite, jws, chain.value.publicJwk))) return undefined;
  const { iat, exp, issuers } = jws.payload;
  if (!isNumericDate(iat) || !isNumericDate(exp) || exp <= toNumericDate(now) || !Array.isArray(issuers))
    return undefined;
  return {
    issuers: issuers.flatMap(issuerIn),
    issuedAt: new Date(iat * 1000),
    expiresAt: new Date(exp * 1000),
  };
}

function issuerIn(value: unknown): CardIssuer[] {
  const { issuer, name, types, group, root } = (value ?? {}) as Record<string, unknown>;
  const isText = (one: unknown): one is string => typeof one === 'string';
  if (!isText(issuer) || !isText(name) || !isText(root) || !Array.isArray(types) || !types.every(isText))
    return [];
  // A group of a later version is none of ours to drop a card for.
  const known = CARD_GROUPS.find((one) => one === group) ?? 'other';
  return [{ issuer, name, types, group: known, root: fromBase64(root) }];
}

/** A verifier of one institution's chains; its cards of other types than the listed are no concern of this. */
export const issuerChain = ({ root }: CardIssuer, crypto: Crypto): VerifyChain =>
  chainVerifier([root], crypto);
