import { generateKeyPairSync } from 'node:crypto';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { Office } from '@jatidiri/core/office/model.ts';
import type { Wilayah, WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { wilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { FastifyInstance } from 'fastify';
import { addOffice } from '../../src/office/addOffice.ts';
import { inviteOfficer } from '../../src/office/inviteOfficer.ts';
import { officeRoutes } from '../../src/office/routes.ts';
import { createApp } from '../../src/platform/http/app.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';
import { softAuthenticator } from './softAuthenticator.ts';

export const DESK = 'http://desk.localhost:8080';
export const COMMAND = { kind: 'command', task: 'test' } as const;

const region = (code: string, name: string): Wilayah => ({
  code: code as WilayahCode,
  name,
  level: 'kabupatenKota',
  validFrom: null,
  validUntil: null,
});
export const REGIONS = [region('64.71', 'Kota Balikpapan'), region('64.72', 'Kota Samarinda')];

/** The office room on a real database, with a clock that the test sets. */
export async function testOffice(options: { demo?: boolean; desk?: string; on?: TestDatabase } = {}) {
  const test = options.on ?? (await createTestDatabase());
  const clock = { now: new Date('2026-11-22T01:00:00Z') };
  const now = () => clock.now;
  const deps = {
    database: test.database,
    now,
    newId: uuidV7Source(now),
    suite: webSuite(crypto.subtle),
    origins: { desk: options.desk ?? DESK },
    wilayah: wilayahTree(REGIONS),
    demo: options.demo ?? false,
  };
  const log = { info: () => {}, fault: (error: unknown) => `fault: ${String(error)}` };
  const app = createApp({ log, now, trustProxy: false });
  officeRoutes(app, deps);
  return {
    test,
    app,
    deps,
    later: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    addOffice: (wilayah: string) => addOffice(deps, COMMAND, `Kantor ${wilayah}`, wilayah as WilayahCode),
    invite: (office: Office, role: 'operator' | 'headOfOffice' | 'ministry', name = `${role} (contoh)`) =>
      inviteOfficer(deps, COMMAND, office, { name, role }),
    async entries(): Promise<{ kind: string; details: Record<string, unknown> }[]> {
      const { rows } = await test.database.pool.query('select kind, details from ledger_pending order by id');
      return rows;
    },
    async close() {
      await app.close();
      if (!options.on) await test.drop();
    },
  };
}

/** One browser at a desk: a passkey authenticator, a signing key and a cookie. */
export function testDesk(app: FastifyInstance, origin = DESK, deviceKey = newDeviceKey()) {
  const authenticator = softAuthenticator(origin);
  const desk = { cookie: '', deviceKey, origin: origin as string | undefined };

  /** A payload of bytes goes as what `type` says. An answer that is no JSON comes as bytes. */
  async function call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    type?: string,
  ) {
    const headers = {
      ...(type && { 'content-type': type }),
      ...(desk.origin === undefined ? {} : { origin: desk.origin }),
      ...(desk.cookie ? { cookie: desk.cookie } : {}),
    };
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    const cookie = answer.headers['set-cookie'];
    if (typeof cookie === 'string') desk.cookie = cookie.split(';')[0]!;
    const isJson = /json/.test(String(answer.headers['content-type']));
    const body = answer.body && (isJson ? answer.json() : answer.rawPayload);
    return { status: answer.statusCode, setCookie: cookie, body: body || undefined };
  }

  return {
    call,
    desk,
    authenticator,
    async enrol(code: string, flaws = {}) {
      const begun = await call('POST', '/api/office/enrolments/options', { code });
      if (begun.status !== 200) return begun;
      const { ceremony, options } = begun.body;
      const response = authenticator.create(options, flaws);
      return call('POST', '/api/office/enrolments', { ceremony, response, deviceKey: desk.deviceKey });
    },
    async signIn(flaws = {}) {
      const { ceremony, options } = (await call('POST', '/api/office/sessions/options')).body;
      const response = authenticator.get(options, flaws);
      return call('POST', '/api/office/sessions', { ceremony, response, deviceKey: desk.deviceKey });
    },
  };
}

export function newDeviceKey(): PublicJwk {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string };
  return { kty: 'EC', crv: 'P-256', x, y };
}
