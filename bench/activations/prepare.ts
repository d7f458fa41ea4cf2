import { createHash, randomUUID } from 'node:crypto';
import { signAttestation } from '@jatidiri/core/activation/attestation.ts';
import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { drawRegistrationQr } from '@jatidiri/core/activation/registrationQr.ts';
import { proveDevice } from '@jatidiri/core/device/proof.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import type { PublicJwk, SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';

const suite = webSuite(crypto.subtle);
const HOST = 'localhost';

export interface Key {
  readonly sign: SignEs256;
  readonly jwk: PublicJwk;
  readonly thumbprint: string;
}

/** An officer who has signed in: the cookie, and the key that decisions are signed with. */
export interface Desk {
  readonly key: Key;
  readonly cookie: string;
  readonly officer: { readonly id: string; readonly office: { readonly id: string } };
  readonly origin: string;
}

export async function newKey(): Promise<Key> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  return { sign: webSigner(crypto.subtle, pair.privateKey), jwk, thumbprint: await thumbprint(suite, jwk) };
}

/** The five requests of one whole activation: form, selfie, desk's look-up, decision, credential. */
export async function prepareActivation(
  resident: ResidentRecord,
  selfie: Buffer,
  desk: Desk,
): Promise<Uint8Array[]> {
  const handset = await newKey();
  const id = randomUUID();
  const form = {
    id,
    nik: resident.nik.reveal(),
    name: resident.name.reveal(),
    email: '',
    phone: '081234567890',
  };
  const qr = await drawRegistrationQr(handset.sign, id as ActivationId, new Date());
  const attestation = await signAttestation(desk.key.sign, desk.key.thumbprint, {
    id: randomUUID(),
    activation: id as ActivationId,
    device: handset.thumbprint as DeviceThumbprint,
    selfie: createHash('sha256').update(selfie).digest('base64url'),
    decision: { kind: 'confirmOnDesk' },
    officer: desk.officer.id,
    office: desk.officer.office.id,
    at: new Date(),
  });
  const json = (body: object) => Buffer.from(JSON.stringify(body));
  return [
    await byHandset(handset, 'POST', '/api/activation/applications', json(form)),
    await byHandset(handset, 'PUT', `/api/activation/applications/${id}/selfie`, selfie, 'image/jpeg'),
    byDesk(desk, '/api/activation/lookups', json({ qr })),
    byDesk(desk, '/api/activation/attestations', json({ attestation })),
    await byHandset(handset, 'POST', '/api/issuance/credential', Buffer.alloc(0)),
  ];
}

async function byHandset(
  { sign, jwk }: Key,
  method: string,
  path: string,
  body: Buffer,
  type = 'application/json',
) {
  const proof = await proveDevice(sign, jwk, { method, path, body }, new Date(), suite);
  return request(method, path, [`Device-Proof: ${proof}`], body, type);
}

function byDesk({ cookie, origin }: Desk, path: string, body: Buffer) {
  return request('POST', path, [`Cookie: ${cookie}`, `Origin: ${origin}`], body, 'application/json');
}

function request(method: string, path: string, headers: string[], body: Buffer, type: string): Uint8Array {
  const content = body.length > 0 ? [`Content-Type: ${type}`] : [];
  const head = [
    `${method} ${path} HTTP/1.1`,
    `Host: ${HOST}`,
    ...headers,
    ...content,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}
