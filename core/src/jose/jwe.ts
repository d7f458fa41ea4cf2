import { type Bytes, concat, fromBase64url, toBase64url, utf8 } from '../kit/bytes.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import { webSuite } from '../kit/webSuite.ts';
import { concatKdf } from './concatKdf.ts';
import { decodeJson, encodeJson, isJsonObject, type JsonObject } from './encodedJson.ts';
import { parsePublicJwk } from './publicJwk.ts';

/**
 * Compact JWE (RFC 7516 section 3.1) by ECDH-ES on P-256 in direct key agreement, with AES-GCM: what OpenID4VP and
 * OpenID4VCI encrypt their responses with. Nothing else is written or read.
 */
export const CONTENT_ENCRYPTIONS = ['A128GCM', 'A256GCM'] as const;
export type ContentEncryption = (typeof CONTENT_ENCRYPTIONS)[number];

/** For whom it is: `kid` goes into the header, so that the recipient finds the key again. */
export interface JweRecipient {
  readonly jwk: PublicJwk;
  readonly kid?: string;
}

const ALG = 'ECDH-ES';
const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const;
const KEY_BYTES = { A128GCM: 16, A256GCM: 32 } as const;
const SECRET_BITS = 256;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const MAX_CHARACTERS = 1024 * 1024;
const NOTHING = new Uint8Array(0);

export interface JweTools {
  readonly subtle: SubtleCrypto;
  readonly random: (size: number) => Uint8Array;
}

/**
 * Encrypts with a key pair made for this message alone.
 * @param header further members, such as `apu` and `apv` (base64url, RFC 7518 section 4.6.1)
 */
export async function encryptJwe(
  { subtle, random }: JweTools,
  { jwk, kid }: JweRecipient,
  enc: ContentEncryption,
  plaintext: Uint8Array,
  header: JsonObject = {},
): Promise<string> {
  const ephemeral = await subtle.generateKey(P256, true, ['deriveBits']);
  const { x, y } = await subtle.exportKey('jwk', ephemeral.publicKey);
  const all: JsonObject = {
    alg: ALG,
    enc,
    ...(kid !== undefined && { kid }),
    ...header,
    epk: { kty: 'EC', crv: 'P-256', x, y },
  };
  const protectedHeader = encodeJson(all);
  const iv = random(IV_BYTES);
  const raw = await contentKey(webOpener(subtle, ephemeral.privateKey), jwk, enc, all);
  const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const sealed = new Uint8Array(await subtle.encrypt(gcm(iv, protectedHeader), key, plaintext as Bytes));
  const at = sealed.length - TAG_BYTES;
  return [
    protectedHeader,
    '',
    toBase64url(iv),
    toBase64url(sealed.subarray(0, at)),
    toBase64url(sealed.subarray(at)),
  ].join('.');
}

/** The protected header, read before decrypting: its `kid` says which key is meant. Undefined for anything else. */
export function readJweHeader(compact: string): JsonObject | undefined {
  if (compact.length > MAX_CHARACTERS) return undefined;
  const parts = compact.split('.');
  const header = parts.length === 5 && parts[1] === '' ? decodeJson(parts[0]!) : undefined;
  if (!isJsonObject(header) || header.alg !== ALG || !isContentEncryption(header.enc)) return undefined;
  return 'crit' in header || 'zip' in header ? undefined : header;
}

export interface DecryptedJwe {
  readonly header: JsonObject;
  readonly plaintext: Bytes;
}

/** Whoever holds the private key: Web Crypto, or what a runtime has that is faster. Both throw for what does not fit. */
export interface JweOpener extends Pick<Suite, 'sha256'> {
  /** The raw shared secret of ECDH with this public key: the x coordinate, 32 bytes. */
  agree(theirs: PublicJwk): Uint8Array | Promise<Uint8Array>;
  /** AES-GCM; `sealed` ends with the tag of 16 bytes. */
  openGcm(
    key: Bytes,
    message: { readonly iv: Bytes; readonly additionalData: Bytes; readonly sealed: Bytes },
  ): Bytes | Promise<Bytes>;
}

/** @param privateKey a P-256 ECDH key with usage `deriveBits` */
export const decryptJwe = (
  subtle: SubtleCrypto,
  privateKey: CryptoKey,
  compact: string,
): Promise<DecryptedJwe | undefined> => openJwe(webOpener(subtle, privateKey), compact);

/** Undefined for anything that is not encrypted to this key: other algorithms, `crit` and `zip` included. */
export async function openJwe(opener: JweOpener, compact: string): Promise<DecryptedJwe | undefined> {
  const header = readJweHeader(compact);
  const epk = header && parsePublicJwk(header.epk);
  if (!header || !epk) return undefined;
  const [protectedHeader = '', , iv = '', ciphertext = '', tag = ''] = compact.split('.');
  try {
    const [nonce, mac] = [fromBase64url(iv), fromBase64url(tag)];
    if (nonce.length !== IV_BYTES || mac.length !== TAG_BYTES) return undefined;
    const key = await contentKey(opener, epk, header.enc as ContentEncryption, header);
    const sealed = concat(fromBase64url(ciphertext), mac);
    const additionalData = utf8(protectedHeader);
    return { header, plaintext: await opener.openGcm(key, { iv: nonce, additionalData, sealed }) };
  } catch {
    return undefined;
  }
}

export const isContentEncryption = (value: unknown): value is ContentEncryption =>
  CONTENT_ENCRYPTIONS.includes(value as ContentEncryption);

async function contentKey(
  opener: Pick<JweOpener, 'agree' | 'sha256'>,
  theirs: PublicJwk,
  enc: ContentEncryption,
  { apu, apv }: JsonObject,
): Promise<Bytes> {
  const parties = { apu: partyInfo(apu), apv: partyInfo(apv) };
  return concatKdf(opener, await opener.agree(theirs), enc, KEY_BYTES[enc], parties);
}

const webOpener = (subtle: SubtleCrypto, privateKey: CryptoKey): JweOpener => ({
  sha256: webSuite(subtle).sha256,
  async agree({ kty, crv, x, y }) {
    const theirs = await subtle.importKey('jwk', { kty, crv, x, y }, P256, false, []);
    return new Uint8Array(await subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, SECRET_BITS));
  },
  async openGcm(raw, { iv, additionalData, sealed }) {
    const key = await subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    return new Uint8Array(await subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, sealed));
  },
});

/** @throws TypeError for a value that is no base64url */
function partyInfo(value: unknown): Uint8Array {
  if (value === undefined) return NOTHING;
  if (typeof value !== 'string') throw new TypeError('apu and apv are texts');
  return fromBase64url(value);
}

const gcm = (iv: Uint8Array, protectedHeader: string) => ({
  name: 'AES-GCM',
  iv: iv as Bytes,
  additionalData: utf8(protectedHeader),
  tagLength: TAG_BYTES * 8,
});
