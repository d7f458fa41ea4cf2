import { createHash, randomUUID } from 'node:crypto';
import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { drawRegistrationQr } from '@jatidiri/core/activation/registrationQr.ts';
import { proveDevice } from '@jatidiri/core/device/proof.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';
import sharp from 'sharp';
import { DEMO_RESIDENTS } from '../../seed/demoResidents.ts';
import type { TestWorld } from './testWorld.ts';

const suite = webSuite(crypto.subtle);
let drawnSelfie: Promise<Buffer> | undefined;

/** A picture that no person is on: enough for a decoder, and the same for every test. */
export function syntheticSelfie(): Promise<Buffer> {
  const face =
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><rect width="480" height="640" fill="#cfd8dc"/>' +
    '<ellipse cx="240" cy="290" rx="130" ry="170" fill="#c68863"/><circle cx="190" cy="260" r="14"/>' +
    '<circle cx="290" cy="260" r="14"/><path d="M180 370q60 50 120 0" stroke="#7a3b2e" stroke-width="10" fill="none"/></svg>';
  drawnSelfie ??= sharp(Buffer.from(face)).jpeg({ quality: 80 }).toBuffer();
  return drawnSelfie;
}

export type TestHandset = Awaited<ReturnType<typeof createHandset>>;

/** A handset as the wallet is one: a key of its own, and every request proven with it. */
export async function createHandset({ app, clock }: Pick<TestWorld, 'app' | 'clock'>) {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ]);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const jwk: PublicJwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
  const sign = webSigner(crypto.subtle, pair.privateKey);
  const state = { id: randomUUID() as string, clockOffMs: 0 };

  async function call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object | Buffer,
    type = 'application/json',
  ) {
    const payload =
      body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const now = new Date(clock.now.getTime() + state.clockOffMs);
    const proof = await proveDevice(sign, jwk, { method, path, body: payload }, now, suite);
    const headers = { 'device-proof': proof, ...(body === undefined ? {} : { 'content-type': type }) };
    const answer = await app.inject({
      method,
      url: path,
      headers,
      ...(body === undefined ? {} : { payload }),
    });
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body ? answer.json() : undefined,
    };
  }

  const path = (rest = '') => `/api/activation/applications/${state.id}${rest}`;
  return {
    jwk,
    sign,
    state,
    call,
    apply: (form: Partial<{ id: string; nik: string; name: string; email: string; phone: string }> = {}) =>
      call('POST', '/api/activation/applications', { id: state.id, ...FORM, ...form }),
    sendSelfie: async (picture?: Buffer, type = 'image/jpeg') =>
      call('PUT', path('/selfie'), picture ?? (await syntheticSelfie()), type),
    /** The bytes of a picture from one place to another, as a wallet on a slow line sends them. */
    sendPart: (picture: Buffer, from: number, to: number, digest = digestOf(picture)) =>
      call(
        'PUT',
        path(`/selfie/${digest}?offset=${from}&size=${picture.length}`),
        picture.subarray(from, to),
        'application/octet-stream',
      ),
    status: () => call('GET', path()),
    cancel: () => call('POST', path('/cancellation')),
    release: () => call('POST', '/api/activation/release'),
    trail: () => call('GET', '/api/rights/trail'),
    qr: (at = clock.now) => drawRegistrationQr(sign, state.id as ActivationId, at),
  };
}

/** As a part of a picture names the whole. */
export const digestOf = (picture: Buffer) => createHash('sha256').update(picture).digest('base64url');

const { nik, name } = DEMO_RESIDENTS[0]!;
export const FORM = { nik, name, email: 'siti.contoh@jatidiri.invalid', phone: '0812 3456 7890' };
