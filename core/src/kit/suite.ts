import type { Bytes } from './bytes.ts';

/** A public P-256 key as a JWK (RFC 7517, RFC 7518 section 6.2). */
export interface PublicJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The cryptography that the rules need. The runtime brings it, so that Node may be fast and the browser native. */
export interface Suite {
  sha256(data: Uint8Array): Bytes | Promise<Bytes>;
  /** SHA-256 over UTF-8 in base64url, as SD-JWT digests are written; for runtimes that do it in one step. */
  sha256Text?(text: string): string | Promise<string>;
  /** ES256 over `data`; the signature is r‖s, 64 bytes (RFC 7518 section 3.4). False for anything that does not verify. */
  verifyEs256(key: PublicJwk, data: Uint8Array, signature: Uint8Array): boolean | Promise<boolean>;
}

/** Whoever holds a private P-256 key and signs with ES256; the result is r‖s, 64 bytes. */
export type SignEs256 = (data: Uint8Array) => Bytes | Promise<Bytes>;
