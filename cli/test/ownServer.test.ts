import assert from 'node:assert/strict';
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { after, before, test } from 'node:test';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { CoseKey, DeviceResponse, SessionTranscript, type Sign1, Verifier } from '@owf/mdoc';
import { DEMO_RESIDENTS } from '../../seed/demoResidents.ts';
import { freePort } from '../../server/test/freePort.ts';
import { createTestWorld, type TestWorld } from '../../server/test/testWorld.ts';
import { openWallet, type Wallet } from '../openWallet.ts';
import { newAuthority } from './authority.ts';
import { type ForeignVerifier, startForeignVerifier } from './foreignVerifier.ts';

const IDS = ['ikd-sd-jwt', 'ikd-mdoc'];

let world: TestWorld;
let verifier: ForeignVerifier;
let issuerCa: Uint8Array;
let anchors: readonly Uint8Array[];

before(async () => {
  const port = await freePort();
  world = await createTestWorld({ port, realClock: true });
  await world.app.listen({ port, host: '127.0.0.1' });
  const trust = await door<{ issuerCa: string; verifierCa: string }>('GET', '/control/trust');
  issuerCa = certificatesInPem(trust.issuerCa)[0]!;
  const authority = await newAuthority('Foreign authority');
  verifier = await startForeignVerifier(authority, authority);
  anchors = [issuerCa, ...certificatesInPem(trust.verifierCa), authority.rootDer];
});
after(async () => {
  await Promise.all([verifier.close(), world.close()]);
  assert.deepEqual(world.faults, []);
});

async function door<T>(method: string, path: string, body?: object): Promise<T> {
  const reply = await fetch(`${world.config.origins.portal}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  assert.equal(reply.status, 200);
  return (await reply.json()) as T;
}

async function walletWithIkd(more: object = {}): Promise<Wallet> {
  const wallet = openWallet({ anchors, copies: 4, clientId: 'jatidiri-wallet' });
  const { offer, txCode, session } = await door<{ offer: string; txCode?: string; session: string }>(
    'POST',
    '/control/offer',
    { ids: IDS, ...more },
  );
  const report = await wallet.receive(offer, txCode);
  assert.equal(report.ok, true, JSON.stringify(report));
  assert.deepEqual(await door('GET', `/control/offer/${session}`), { state: 'issued' });
  return wallet;
}

test('takes both formats of an IKD from our server, by value and by reference, with a transaction code', async () => {
  for (const byReference of [false, true]) {
    const wallet = await walletWithIkd({ byReference, txCode: true });
    const held = wallet.credentials().map(({ configurationId, copies }) => ({ configurationId, copies }));
    assert.deepEqual(
      held,
      IDS.map((configurationId) => ({ configurationId, copies: 4 })),
    );
  }
});

test('signs in as a resident for an offer with the authorization code grant', async () => {
  const { nik } = DEMO_RESIDENTS[0]!;
  const asked = { ids: IDS, grant: 'authorization_code', nik };
  const { offer, session } = await door<{ offer: string; session: string }>('POST', '/control/offer', asked);
  const wallet = openWallet({ anchors, copies: 2, clientId: 'jatidiri-wallet', nik });
  const report = await wallet.receive(offer);
  assert.equal(report.ok, true, JSON.stringify(report));
  assert.deepEqual(await door('GET', `/control/offer/${session}`), { state: 'issued' });

  const other = openWallet({ anchors, copies: 2, clientId: 'jatidiri-wallet', nik: '6472035203910000' });
  const refused = await other.receive((await door<{ offer: string }>('POST', '/control/offer', asked)).offer);
  assert.deepEqual(refused, { step: 'receive', ok: false, error: 'receive/sign-in-failed' });
});

test('shows an IKD as mdoc to a verifier that others wrote', async () => {
  const wallet = await walletWithIkd();
  const query = {
    id: 'ikd',
    format: 'mso_mdoc',
    meta: { doctype_value: 'jatidiri.ikd.1' },
    claims: [{ path: ['jatidiri.ikd.1', 'name'] }, { path: ['jatidiri.ikd.1', 'age_over_17'] }],
  };
  const report = await wallet.present(
    await verifier.ask({ credentials: [query] }, { mode: 'direct_post.jwt' }),
  );
  assert.equal(report.ok, true, JSON.stringify(report));
  const [presented] = (verifier.answers.at(-1)!.vp_token as { ikd: string[] }).ikd;
  const shown = await verifiedByThem(Buffer.from(presented!, 'base64url'));
  assert.deepEqual(shown.sort(), ['age_over_17', 'name']);
});

test('answers our own verifier in either format and mode, each request once', async () => {
  const wallet = await walletWithIkd();
  const { dcql } = await door<{ dcql: Record<string, object> }>('GET', '/control/trust');
  for (const responseMode of ['direct_post', 'direct_post.jwt']) {
    for (const query of Object.values(dcql)) {
      const asked = { dcql: query, responseMode };
      const { request, session } = await door<{ request: string; session: string }>(
        'POST',
        '/control/request',
        asked,
      );
      const report = await wallet.present(request);
      assert.equal(report.ok, true, JSON.stringify(report));
      const outcome = await door<{ state: string }>('GET', `/control/request/${session}`);
      assert.equal(outcome.state, 'verified', JSON.stringify(outcome));
      assert.equal((await wallet.present(request)).ok, false);
    }
  }
});

/** The other implementation's verdict on a device response; answers the names of what it shows. */
async function verifiedByThem(encoded: Uint8Array): Promise<string[]> {
  const suite = webSuite(crypto.subtle);
  const verifyChain = chainVerifier([issuerCa], crypto);
  const toBase64 = (der: Uint8Array) => Buffer.from(der).toString('base64');
  const context = {
    crypto: {
      random: (length: number) => new Uint8Array(randomBytes(length)),
      digest: ({ bytes }: { bytes: Uint8Array }) =>
        new Uint8Array(createHash('sha256').update(bytes).digest()),
    },
    cose: {
      sign1: {
        verify: async ({ key, sign1 }: { key: CoseKey; sign1: Sign1 }) =>
          suite.verifyEs256(key.jwk as unknown as PublicJwk, sign1.toBeSigned, sign1.signature),
      },
    },
    x509: {
      getIssuerNameField: () => ['ID'],
      getPublicKey: ({ certificate }: { certificate: Uint8Array }) =>
        CoseKey.fromJwk(new X509Certificate(certificate).publicKey.export({ format: 'jwk' })),
      verifyCertificateChain: async ({ x5chain }: { x5chain: Uint8Array[] }) => {
        assert.ok((await verifyChain(x5chain.map(toBase64), new Date())).ok);
      },
      getCertificateData: ({ certificate }: { certificate: Uint8Array }) => {
        const { issuer, validFromDate, validToDate } = new X509Certificate(certificate);
        return { issuerName: issuer, notBefore: validFromDate, notAfter: validToDate };
      },
    },
  } as unknown as NonNullable<Parameters<typeof Verifier.verifyDeviceResponse>[1]>;

  const { clientId, nonce, origin, encryptionKey } = verifier;
  const jwkThumbprint = createHash('sha256')
    .update(canonical(encryptionKey as PublicJwk))
    .digest();
  const session = { clientId, nonce, responseUri: `${origin}/response`, jwkThumbprint };
  await Verifier.verifyDeviceResponse(
    {
      deviceResponse: encoded,
      sessionTranscript: await SessionTranscript.forOid4Vp(session, context),
      now: new Date(),
      trustedCertificates: [issuerCa],
    },
    context,
  );
  const [document] = DeviceResponse.decode(encoded).documents!;
  const items = document!.issuerSigned.issuerNamespaces!.issuerNamespaces.get('jatidiri.ikd.1')!;
  return items.map(({ elementIdentifier }) => elementIdentifier);
}

const canonical = ({ crv, kty, x, y }: PublicJwk): string => JSON.stringify({ crv, kty, x, y });
