import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWallet, type StepReport } from '../openWallet.ts';
import { type Authority, newAuthority } from './authority.ts';
import { type ForeignIssuer, startForeignIssuer, type Twist, TX_CODE, VCT } from './foreignIssuer.ts';

let authority: Authority;
let stranger: Authority;
const issuers: ForeignIssuer[] = [];

before(async () => {
  authority = await newAuthority('Trusted authority');
  stranger = await newAuthority('Unknown authority');
});
after(() => Promise.all(issuers.map((issuer) => issuer.close())));

async function issuerThat(twist?: Twist): Promise<ForeignIssuer> {
  const issuer = await startForeignIssuer(authority, stranger, twist);
  issuers.push(issuer);
  return issuer;
}

const newWallet = () => openWallet({ anchors: [authority.rootDer], copies: 5, clientId: 'test' });

function assertReceived(report: StepReport, issuer: ForeignIssuer): void {
  assert.deepEqual(
    report.step === 'receive' && report.ok && report.credentials.map(({ expiresAt, ...rest }) => rest),
    [
      {
        issuer: `${issuer.origin}/cards`,
        configurationId: 'library-card',
        format: 'dc+sd-jwt',
        type: VCT,
        copies: 3,
        unused: 3,
      },
    ],
    JSON.stringify(report),
  );
  assert.deepEqual(issuer.events, ['credential_accepted']);
}

test('takes a batch from a foreign issuer: DPoP with nonces, one copy a key, told that it was kept', async () => {
  const issuer = await issuerThat();
  assertReceived(await newWallet().receive(issuer.offer()), issuer);
});

test('takes an offer by reference, with a transaction code', async () => {
  const issuer = await issuerThat();
  assertReceived(await newWallet().receive(issuer.offerAt('127.0.0.1')), issuer);
  const wallet = newWallet();
  const report = await wallet.receive(issuer.offer({ txCode: { length: 4 } }), TX_CODE);
  assert.equal(report.ok, true);
});

test('waits for what is deferred, and reads encrypted answers', async () => {
  for (const twist of ['deferred', 'encrypted'] as const) {
    const issuer = await issuerThat(twist);
    assertReceived(await newWallet().receive(issuer.offer()), issuer);
  }
});

const REFUSALS: readonly [Twist, error: string, detail?: string][] = [
  ['other-key', 'receive/card-invalid', 'credential/other-key'],
  ['key-repeated', 'receive/card-invalid', 'credential/other-key'],
  ['too-many', 'receive/card-invalid', 'credential/too-many'],
  ['bad-signature', 'receive/card-invalid', 'sdjwt/issuer-signature'],
  ['untrusted', 'receive/card-invalid', 'chain/untrusted'],
  ['other-type', 'receive/card-invalid', 'sdjwt/credential-type'],
  ['expired', 'receive/card-invalid', 'sdjwt/expired'],
  ['open-answer', 'receive/answer-malformed'],
  ['other-issuer', 'receive/other-issuer'],
  ['other-server', 'receive/other-issuer'],
  ['attestation', 'receive/attestation-required'],
  ['other-format', 'receive/card-unsupported'],
  ['redirect', 'receive/access-refused'],
];

for (const [twist, error, detail] of REFUSALS) {
  test(`refuses an issuer that does this: ${twist}`, async () => {
    const issuer = await issuerThat(twist);
    const wallet = newWallet();
    const report = await wallet.receive(issuer.offer());
    assert.deepEqual(report, { step: 'receive', ok: false, error, ...(detail && { detail }) });
    assert.deepEqual(wallet.credentials(), []);
    if (error === 'receive/card-invalid') assert.deepEqual(issuer.events, ['credential_failure']);
  });
}

test('refuses offers that are not as they must be', async () => {
  const issuer = await issuerThat();
  const wallet = newWallet();
  const refused = async (link: string, txCode?: string) => {
    const report = await wallet.receive(link, txCode);
    return report.ok ? 'ok' : report.error;
  };
  const both = `${issuer.offer()}&credential_offer_uri=${encodeURIComponent(`${issuer.origin}/offer`)}`;
  assert.equal(await refused('no link'), 'receive/offer-malformed');
  assert.equal(await refused(both), 'receive/offer-malformed');
  assert.equal(await refused('openid-credential-offer://?credential_offer={}'), 'receive/offer-malformed');
  assert.equal(
    await refused('openid-credential-offer://?credential_offer_uri=http://issuer.example/offer'),
    'receive/offer-malformed',
  );
  assert.equal(await refused(issuer.offerAt('localhost')), 'receive/offer-host');
  assert.equal(await refused(issuer.offer({ ids: ['unknown-card'] })), 'receive/card-unknown');
  assert.equal(await refused(issuer.offer({ txCode: {} })), 'receive/tx-code-missing');
  assert.equal(await refused(issuer.offer({ txCode: {} }), '0000'), 'receive/access-refused');
  assert.deepEqual(wallet.credentials(), []);
});
