import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { encode } from 'cborg';

/** A passkey authenticator in software (WebAuthn level 3, sections 6 and 8.7), with what a wrong one would do. */
export interface SoftAuthenticator {
  create(options: Record<string, unknown>, flaws?: Flaws): Record<string, unknown>;
  get(options: Record<string, unknown>, flaws?: Flaws): Record<string, unknown>;
}

export interface Flaws {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** The person was there, but was not verified. */
  readonly unverified?: boolean;
  /** A copied authenticator counts again from where it was copied. */
  readonly counter?: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED_CREDENTIAL = 0x40;

export function softAuthenticator(origin: string): SoftAuthenticator {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  const credential = randomBytes(16);
  const id = credential.toString('base64url');
  let counter = 0;

  function clientData(type: string, challenge: unknown, flaws: Flaws): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: flaws.challenge ?? challenge,
        origin: flaws.origin ?? origin,
        crossOrigin: false,
      }),
    );
  }

  function authenticatorData(rpId: string, moreFlags: number, flaws: Flaws): Buffer {
    const head = Buffer.alloc(5);
    head[0] = USER_PRESENT | (flaws.unverified ? 0 : USER_VERIFIED) | moreFlags;
    head.writeUInt32BE(flaws.counter ?? ++counter, 1);
    return Buffer.concat([sha256(Buffer.from(flaws.rpId ?? rpId)), head]);
  }

  return {
    create(options, flaws = {}) {
      const rpId = (options.rp as { id: string }).id;
      const cose = encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, 'base64url')],
          [-3, Buffer.from(y, 'base64url')],
        ]),
      );
      const authData = Buffer.concat([
        authenticatorData(rpId, ATTESTED_CREDENTIAL, flaws),
        Buffer.alloc(16),
        Buffer.from([0, credential.length]),
        credential,
        cose,
      ]);
      const attestationObject = Buffer.from(encode({ fmt: 'none', attStmt: {}, authData }));
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, flaws).toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    get(options, flaws = {}) {
      const data = clientData('webauthn.get', options.challenge, flaws);
      const authData = authenticatorData(options.rpId as string, 0, flaws);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: sign('sha256', Buffer.concat([authData, sha256(data)]), privateKey).toString(
            'base64url',
          ),
        },
      };
    },
  };
}

function sha256(data: Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
