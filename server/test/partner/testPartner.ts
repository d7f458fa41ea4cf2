import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createDpopProof } from '@jatidiri/core/jose/dpop.ts';
import { signJws } from '@jatidiri/core/jose/jws.ts';
import { toNumericDate } from '@jatidiri/core/jose/numericDate.ts';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { fileKeyStore } from '../../src/platform/keys/keyStore.ts';
import type { TestWorld } from '../testWorld.ts';

export interface TokenFlaws {
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  /** The key store's key that signs it. */
  readonly signedBy?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A partner's software with an access token as the login room would issue it, bound to a key of its own. */
export async function testPartner(
  world: Pick<TestWorld, 'app' | 'clock' | 'config' | 'suite'>,
  clientId = 'clinic-production',
  scope = 'openid match present consent',
) {
  const keys = fileKeyStore(join(world.config.dataDir, 'keys'));
  const client = keys.signingKey(`test-dpop-${randomUUID()}`);
  const holder = { sign: client.sign, jwk: client.publicJwk, suite: world.suite };
  const { portal } = world.config.origins;

  async function token(flaws: TokenFlaws = {}): Promise<string> {
    const now = toNumericDate(world.clock.now);
    return signJws(
      keys.signingKey(flaws.signedBy ?? 'login-1').sign,
      { typ: 'at+jwt', ...flaws.header },
      {
        iss: portal,
        aud: `${portal}/api`,
        sub: clientId,
        client_id: clientId,
        scope,
        iat: now,
        exp: now + 600,
        jti: randomUUID(),
        cnf: { jkt: await thumbprint(world.suite, client.publicJwk) },
        ...flaws.claims,
      },
    );
  }

  const proof = (accessToken: string, method: Method, url: string, jti: string = randomUUID()) =>
    createDpopProof(holder, { method, url: `${portal}${url}`, accessToken }, { now: world.clock.now, jti });

  async function send(headers: Record<string, string>, method: Method, url: string, payload?: object) {
    const answer = await world.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return {
      status: answer.statusCode,
      challenge: answer.headers['www-authenticate'],
      headers: answer.headers,
      body: answer.body ? answer.json() : undefined,
    };
  }

  return {
    token,
    proof,
    send,
    /** One call as it should be: a token, and a proof made for it. */
    async call(method: Method, url: string, payload?: object) {
      const accessToken = await token();
      const headers = {
        authorization: `DPoP ${accessToken}`,
        dpop: await proof(accessToken, method, url),
      };
      return send(headers, method, url, payload);
    },
  };
}
