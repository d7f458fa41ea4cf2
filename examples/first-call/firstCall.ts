import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import * as oidc from 'openid-client';

// From a private key to the first answer: a token for software, what it may do, and one match. Nothing of this
// repository is used; `npm run example:first-call` runs it against a demonstration on this machine.

export interface FirstCall {
  readonly issuer: string;
  readonly clientId: string;
  /** The private half of a key that the partner portal knows. */
  readonly jwk: JsonWebKey & { readonly kid?: string };
}

export async function firstCall({ issuer, clientId, jwk }: FirstCall) {
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);
  const proof = oidc.PrivateKeyJwt(jwk.kid === undefined ? key : { key, kid: jwk.kid });
  // Only a demonstration on this very machine speaks http.
  const execute = issuer.startsWith('http://localhost') ? [oidc.allowInsecureRequests] : [];
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, proof, { execute });
  // The token is bound to this key: each call is signed with it, and a stolen token is of no use.
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'));
  const { access_token } = await oidc.clientCredentialsGrant(config, { scope: 'match' }, { DPoP });

  async function call(method: 'GET' | 'POST', path: string, body?: object) {
    const headers = new Headers({ 'content-type': 'application/json' });
    const text = body && JSON.stringify(body);
    const url = new URL(path, issuer);
    const answer = await oidc.fetchProtectedResource(config, access_token, url, method, text, headers, {
      DPoP,
    });
    return answer.json();
  }

  const access = await call('GET', '/api/partner/access');
  const match = await call('POST', '/api/verification/matches', {
    purpose: access.purposes[0].id,
    nik: '6472035203919901',
    elements: { name: 'Siti Contoh Rahmawati', birth_date: '1991-03-12' },
  });
  return { access, match };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const issuer = process.env.JATIDIRI ?? 'http://localhost:8080';
  const clientId = process.env.CLINIC_CLIENT ?? 'clinic-sandbox';
  const file = process.env.CLINIC_KEYS ?? 'data/demo-partners/clinic.json';
  const { clients } = JSON.parse(readFileSync(file, 'utf8'));
  const { jwk } = clients.find((client: { client_id: string }) => client.client_id === clientId);
  console.log(JSON.stringify(await firstCall({ issuer, clientId, jwk }), null, 2));
}
