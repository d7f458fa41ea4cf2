import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openWallet, type StepReport } from '../openWallet.ts';
import { type Authority, newAuthority } from './authority.ts';
import { type CardFormat, DOC_TYPE, VCT } from './foreignCards.ts';
import { type ForeignIssuer, startForeignIssuer, type Twist, TX_CODE } from './foreignIssuer.ts';

let authority: Authority;
let stranger: Authority;
const issuers: ForeignIssuer[] = [];

before(async () => {
  authority = await newAuthority('Trusted authority');
  stranger = await newAuthority('Unknown authority');
});
after(() => Promise.all(issuers.map((issuer) => issuer.close())));

async function issuerThat(twist?: Twist, format?: CardFormat): Promise<ForeignIssuer> {
  const issuer = await startForeignIssuer(authority, stranger, twist, format);
  issuers.push(issuer);
  return issuer;
}

const newWallet = () => openWallet({ anchors: [authority.rootDer], copies: 5, clientId: 'test' });

function assertReceived(report: StepReport, issuer: ForeignIssuer, format: CardFormat = 'dc+sd-jwt'): void {
  assert.deepEqual(
    report.step === 'receive' && report.ok && report.credentials.map(({ expiresAt, ...rest }) => rest),
    [
      {
        issuer: `${issuer.origin}/cards`,
        configurationId: 'library-card',
        format,
        type: format === 'mso_mdoc' ? DOC_TYPE : VCT,
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

test('takes mdocs as well', async () => {
  const issuer = await issuerThat(undefined, 'mso_mdoc');
  assertReceived(await newWallet().receive(issuer.offer()), issuer, 'mso_mdoc');
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

const REFUSALS: readonly [Twist, error: string, detail?: string, format?: CardFormat][] = [
  ['other-key', 'receive/card-invalid', 'credential/other-key', 'mso_mdoc'],
  ['bad-signature', 'receive/card-invalid', 'mdoc/issuer-signature', 'mso_mdoc'],
  ['untrusted', 'receive/card-invalid', 'chain/untrusted', 'mso_mdoc'],
  ['other-type', 'receive/card-invalid', 'mdoc/doc-type-mismatch', 'mso_mdoc'],
  ['expired', 'receive/card-invalid', 'mdoc/expired', 'mso_mdoc'],
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

for (const [twist, error, detail, format] of REFUSALS) {
  test(`refuses an issuer that does this: ${twist} ${format ?? ''}`, async () => {
    const issuer = await issuerThat(twist, format);
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
