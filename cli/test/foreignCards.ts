import { createHash, KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { CoseKey, DeviceKey, Issuer, SignatureAlgorithm } from '@owf/mdoc';
import { SDJwtInstance } from '@sd-jwt/core';
import type { JWK } from 'jose';
import type { CertifiedKey } from './authority.ts';
import type { Twist } from './foreignIssuer.ts';

export type CardFormat = 'dc+sd-jwt' | 'mso_mdoc';

export const VCT = 'https://cards.example/library';
export const DOC_TYPE = 'example.cards.library';

const VALID_SECONDS = 86_400;

function signerOf({ privateKey }: CertifiedKey, twist?: Twist) {
  const key = KeyObject.from(privateKey as Parameters<typeof KeyObject.from>[0]);
  return (data: Uint8Array) =>
    sign('sha256', twist === 'bad-signature' ? Buffer.concat([data, Buffer.of(0)]) : data, {
      key,
      dsaEncoding: 'ieee-p1363',
    });
}

/** By @sd-jwt/core, with disclosures in two levels. */
export async function issueSdJwt(
  issuer: CertifiedKey,
  iss: string,
  jwk: JWK,
  twist?: Twist,
): Promise<string> {
  const signBytes = signerOf(issuer, twist);
  const instance = new SDJwtInstance({
    signAlg: 'ES256',
    signer: (data) => signBytes(Buffer.from(data)).toString('base64url'),
    hashAlg: 'sha-256',
    hasher: (data: string | ArrayBuffer) =>
      new Uint8Array(
        createHash('sha256')
          .update(Buffer.from(data as string))
          .digest(),
      ),
    saltGenerator: () => randomBytes(16).toString('base64url'),
  });
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss,
    vct: twist === 'other-type' ? 'https://cards.example/other' : VCT,
    iat: now - 100,
    exp: twist === 'expired' ? now - 90 : now + VALID_SECONDS,
    cnf: { jwk: { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y } },
    member: 'Warga Contoh',
    address: { street: 'Jl. Contoh 1', city: 'Samarinda' },
  };
  const frame = { _sd: ['member', 'address'], address: { _sd: ['street', 'city'] } };
  return instance.issue(claims, frame as Parameters<typeof instance.issue<typeof claims>>[1], {
    header: { typ: 'dc+sd-jwt', x5c: issuer.x5c },
  });
}

/** By @owf/mdoc. */
export async function issueMdoc(issuer: CertifiedKey, jwk: JWK, twist?: Twist): Promise<string> {
  const signBytes = signerOf(issuer, twist);
  const context = {
    crypto: {
      random: (length: number) => new Uint8Array(randomBytes(length)),
      digest: ({ bytes }: { bytes: Uint8Array }) =>
        new Uint8Array(createHash('sha256').update(bytes).digest()),
    },
    cose: {
      sign1: {
        sign: async ({ toBeSigned }: { toBeSigned: Uint8Array }) => new Uint8Array(signBytes(toBeSigned)),
      },
    },
  } as unknown as ConstructorParameters<typeof Issuer>[1];
  const at = (seconds: number) => new Date(Math.floor(Date.now() / 1000) * 1000 + seconds * 1000);
  const { kty, crv, x, y } = new X509Certificate(issuer.der).publicKey.export({ format: 'jwk' });
  const signed = await new Issuer(twist === 'other-type' ? 'example.cards.other' : DOC_TYPE, context)
    .addIssuerNamespace(DOC_TYPE, { member: 'Warga Contoh', city: 'Samarinda' })
    .sign({
      signingKey: CoseKey.fromJwk({ kty, crv, x, y, alg: 'ES256' } as Parameters<typeof CoseKey.fromJwk>[0]),
      algorithm: SignatureAlgorithm.ES256,
      digestAlgorithm: 'SHA-256',
      certificates: [issuer.der],
      validityInfo: {
        signed: at(-100),
        validFrom: at(-100),
        validUntil: at(twist === 'expired' ? -90 : VALID_SECONDS),
      },
      deviceKeyInfo: {
        deviceKey: DeviceKey.fromJwk({ kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y } as Parameters<
          typeof DeviceKey.fromJwk
        >[0]),
      },
    });
  return Buffer.from(signed.encode()).toString('base64url');
}
