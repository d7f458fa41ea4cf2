import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import * as oidc from 'openid-client';

// Everything that this clinic says to the identity system. It knows its address, its own client id and its own key;
// all other addresses come from discovery. Nothing here is written for Jatidiri but the three marked places.

const LOGIN_SCOPE = 'openid profile';
/** As the clinic's agreement names it. */
const CLINIC_PURPOSE = 'patient-registration';
/** What the wallet shows under “Kode untuk loket”; a NIK has sixteen digits. */
const COUNTER_CODE = /^\d{8}$/;
const SHOWN = ['name', 'birth_date', 'sex', 'blood_type'];

export interface Patient {
  /** The clinic's own name of this person: the same at every visit, and of no use to anybody else. */
  readonly subject: string;
  readonly name: string;
  readonly born: string;
  readonly sex: string;
  /** Only where the scope asks for it and the person agreed. */
  readonly nik?: string | undefined;
}

export interface Settings {
  readonly issuer: string;
  readonly clientId: string;
  /** JSON with `clients: [{ client_id, jwk }]`: the private keys. */
  readonly keyFile: string;
  readonly callback: string;
  /** Of the purposes that the institution's agreement names. */
  readonly purpose?: string;
  readonly scope?: string;
}

export type Identity = Awaited<ReturnType<typeof openIdentity>>;
/** What must be kept between leaving for the sign-in page and coming back. */
export type LoginChecks = { pkceCodeVerifier: string; expectedState: string; expectedNonce: string };
export type Asked = oidc.BackchannelAuthenticationResponse;

export async function openIdentity(settings: Settings) {
  const { issuer, clientId, keyFile, callback, purpose = CLINIC_PURPOSE, scope = LOGIN_SCOPE } = settings;
  const { key, kid } = await readKey(keyFile, clientId);
  // Only a demonstration on this very machine speaks http.
  const execute = issuer.startsWith('http://localhost') ? [oidc.allowInsecureRequests] : [];
  const authentication = oidc.PrivateKeyJwt({ key, kid });
  const config = await oidc.discovery(new URL(issuer), clientId, undefined, authentication, { execute });
  // Tokens are bound to this key (DPoP): a stolen one is of no use.
  const DPoP = oidc.getDPoPHandle(config, await oidc.randomDPoPKeyPair('ES256'));

  /** Where to send the patient's browser. The request itself goes ahead through the back (PAR). */
  async function beginLogin(): Promise<{ url: URL; checks: LoginChecks }> {
    const checks = {
      pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
      expectedState: oidc.randomState(),
      expectedNonce: oidc.randomNonce(),
    };
    const url = await oidc.buildAuthorizationUrlWithPAR(
      config,
      {
        redirect_uri: callback,
        scope,
        // Jatidiri: which of the agreement's purposes, for the resident to read.
        purpose,
        state: checks.expectedState,
        nonce: checks.expectedNonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(checks.pkceCodeVerifier),
        code_challenge_method: 'S256',
      },
      { DPoP },
    );
    return { url, checks };
  }

  async function endLogin(called: URL, checks: LoginChecks): Promise<Patient> {
    return patientOf(await oidc.authorizationCodeGrant(config, called, checks, undefined, { DPoP }));
  }

  /** At the counter: the patient says a number, and the patient's own wallet asks (CIBA). */
  async function askWallet(said: string, message: string): Promise<Asked> {
    return oidc.initiateBackchannelAuthentication(config, {
      scope,
      purpose,
      binding_message: message,
      ...(COUNTER_CODE.test(said) ? { login_hint: said } : { login_hint_token: await signHint(said) }),
    });
  }

  /** Jatidiri: a NIK goes in a token signed by the clinic. Whether it exists is never told. */
  const signHint = (nik: string): Promise<string> =>
    new SignJWT({ nik })
      .setProtectedHeader({ alg: 'ES256', kid })
      .setIssuer(clientId)
      .setAudience(config.serverMetadata().issuer)
      .setIssuedAt()
      .setExpirationTime('2m')
      .sign(key);

  /** One look at what the wallet answered; undefined while it has not. */
  async function readAnswer(asked: Asked): Promise<Patient | undefined> {
    const grant = 'urn:openid:params:grant-type:ciba';
    const tokens = await oidc
      .genericGrantRequest(config, grant, { auth_req_id: asked.auth_req_id }, { DPoP })
      .catch((error: unknown) => {
        if (error instanceof oidc.ResponseBodyError && error.error === 'authorization_pending')
          return undefined;
        throw error;
      });
    return tokens && patientOf(tokens);
  }

  async function patientOf(
    tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  ): Promise<Patient> {
    const { sub } = tokens.claims()!;
    const {
      name = '',
      birthdate = '',
      gender = '',
      nik,
    } = await oidc.fetchUserInfo(config, tokens.access_token, sub, {
      DPoP,
    });
    return {
      subject: sub,
      name,
      born: birthdate,
      sex: gender,
      nik: typeof nik === 'string' ? nik : undefined,
    };
  }

  /** Jatidiri: asks that credentials be shown (OpenID4VP). The page shows the QR; the id reads what came. */
  async function askToShow(): Promise<{ id: string; page: string }> {
    return call('POST', '/api/verification/requests', { purpose, attributes: SHOWN });
  }

  async function readShown(id: string): Promise<Shown> {
    return call('GET', `/api/verification/requests/${id}`);
  }

  /** The partner API is called in the clinic's own name: a token for its software, bound to the same key. */
  async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const { access_token } = await oidc.clientCredentialsGrant(config, { scope: 'present' }, { DPoP });
    const answer = await oidc.fetchProtectedResource(
      config,
      access_token,
      new URL(path, issuer),
      method,
      body ? JSON.stringify(body) : undefined,
      new Headers({ 'content-type': 'application/json' }),
      { DPoP },
    );
    return (await answer.json()) as T;
  }

  return { beginLogin, endLogin, askWallet, readAnswer, askToShow, readShown };
}

/** How far a request for a presentation has come. */
export interface Shown {
  readonly error?: string;
  readonly credentials?: Readonly<Record<string, readonly { claims: Record<string, unknown> }[]>>;
}

async function readKey(file: string, clientId: string): Promise<{ key: CryptoKey; kid: string }> {
  const { clients } = JSON.parse(readFileSync(file, 'utf8')) as {
    clients: { client_id: string; jwk: JsonWebKey & { kid: string } }[];
  };
  const found = clients.find(({ client_id }) => client_id === clientId);
  if (!found) throw new Error(`${file} holds no key of ${clientId}.`);
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('jwk', found.jwk, algorithm, false, ['sign']);
  return { key, kid: found.jwk.kid };
}
