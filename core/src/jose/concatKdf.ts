import { type Bytes, concat, utf8 } from '../kit/bytes.ts';
import type { Suite } from '../kit/suite.ts';

/** Who agreed on the key: the raw (decoded) values of `apu` and `apv`. */
export interface Parties {
  readonly apu: Uint8Array;
  readonly apv: Uint8Array;
}

/**
 * The key of ECDH-ES in direct agreement (RFC 7518 section 4.6.2): one round of the Concat KDF with SHA-256, which
 * is enough for up to 256 bits.
 * @param algorithm the `enc` value, as AlgorithmID
 * @param keyBytes 16 or 32
 */
export async function concatKdf(
  suite: Pick<Suite, 'sha256'>,
  sharedSecret: Uint8Array,
  algorithm: string,
  keyBytes: 16 | 32,
  { apu, apv }: Parties,
): Promise<Bytes> {
  const digest = await suite.sha256(
    concat(
      uint32(1),
      sharedSecret,
      withLength(utf8(algorithm)),
      withLength(apu),
      withLength(apv),
      uint32(keyBytes * 8),
    ),
  );
  return digest.slice(0, keyBytes);
}

const withLength = (data: Uint8Array): Bytes => concat(uint32(data.length), data);

function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
