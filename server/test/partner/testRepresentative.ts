import { softAuthenticator } from '../office/softAuthenticator.ts';
import type { TestWorld } from '../testWorld.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export const APPLICATION = {
  name: 'Rumah Sakit Contoh Mulia',
  priceClass: 'commercial',
  registrationNumber: '9120001234567',
  taxNumber: '01.234.567.8-901.000',
  domain: 'rs-mulia.example.id',
  scopes: ['openid', 'match'],
  purposes: [
    {
      text: { id: 'Pendaftaran pasien', en: 'Registering a patient' },
      attributes: ['nik', 'name', 'birth_date'],
    },
  ],
};

/** One browser at the partner portal: a passkey authenticator and a cookie. */
export function testRepresentative(world: Pick<TestWorld, 'app' | 'config'>) {
  const authenticator = softAuthenticator(world.config.origins.partner);
  const browser = { cookie: '', origin: world.config.origins.partner as string | undefined };

  async function send(method: Method, url: string, payload?: object | Buffer, more: object = {}) {
    const headers = {
      ...(browser.origin === undefined ? {} : { origin: browser.origin }),
      ...(browser.cookie ? { cookie: browser.cookie } : {}),
      ...more,
    };
    const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    const cookie = answer.headers['set-cookie'];
    if (typeof cookie === 'string') browser.cookie = cookie.split(';')[0]!;
    return answer;
  }

  async function call(method: Method, url: string, payload?: object) {
    const answer = await send(method, url, payload);
    const isJson = String(answer.headers['content-type']).includes('json');
    return { status: answer.statusCode, body: isJson ? answer.json() : undefined };
  }

  return {
    browser,
    call,
    send,
    async enrol(code?: string) {
      const person = { name: 'Sari Contoh', email: 'sari@rs-mulia.example.id', ...(code && { code }) };
      const begun = await call('POST', '/api/partner/enrolments/options', person);
      if (begun.status !== 200) return begun;
      const { ceremony, options } = begun.body;
      return call('POST', '/api/partner/enrolments', { ceremony, response: authenticator.create(options) });
    },
    async signIn(flaws = {}) {
      const { ceremony, options } = (await call('POST', '/api/partner/sessions/options')).body;
      const response = authenticator.get(options, flaws);
      return call('POST', '/api/partner/sessions', { ceremony, response });
    },
    overview: async () => (await call('GET', '/api/partner/overview')).body,
  };
}

export type TestRepresentative = ReturnType<typeof testRepresentative>;
