import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { parseDisclosure } from '@jatidiri/core/sdjwt/disclosure.ts';
import { parseSdJwt } from '@jatidiri/core/sdjwt/parse.ts';
import { STATUS, statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { originsOf } from '../../src/platform/config.ts';
import { NIKS, openTown, TOWN, type Town } from '../family/town.ts';
import { syntheticSelfie, type TestHandset } from '../testHandset.ts';
import { createTestWorld } from '../testWorld.ts';
import { activeHandset, takeTrust } from './activeHandset.ts';
import { fetchOf, foreignWallet } from './foreignWallet.ts';

describe('a family in a wallet that others wrote', { concurrency: false }, () => {
  let town: Town;
  let mother: TestHandset;
  let father: TestHandset;
  before(async () => {
    const config = { origins: originsOf('https://ikd.contoh.invalid') };
    town = await openTown(await createTestWorld({ residents: TOWN, config }));
    mother = await activeHandset(town.world, { nik: NIKS.mother, name: 'IBU CONTOH' });
    father = await activeHandset(town.world, { nik: NIKS.father, name: 'AYAH CONTOH' });
    assert.equal((await issue(NIKS.son, null)).status, 200);
  });
  after(async () => {
    await town.world.close();
    assert.deepEqual(town.world.faults, []);
  });
  async function issue(nik: string, photograph: string | null) {
    const issued = await town.operator.call('POST', '/api/kia/cards', { nik, photograph });
    await town.world.settle();
    return issued;
  }

  /** A wallet with an access token for the family's cards, by an offer that the guardian's handset made. */
  async function admitted(handset: TestHandset) {
    const made = await handset.call('POST', '/api/issuance/family/offer');
    assert.equal(made.status, 200, JSON.stringify(made.body));
    const wallet = foreignWallet(town.world);
    const { credentialOffer, issuerMetadata } = await wallet.resolve(made.body.offer);
    assert.deepEqual(credentialOffer.credential_configuration_ids, ['kk-sd-jwt', 'kia-sd-jwt']);
    const { accessTokenResponse } = await wallet.client.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
    });
    const details = accessTokenResponse.authorization_details as
      | { credential_configuration_id: string; credential_identifiers: string[] }[]
      | undefined;
    return { wallet, issuerMetadata, token: accessTokenResponse.access_token, details };
  }
  type Admitted = Awaited<ReturnType<typeof admitted>>;

  async function byConfiguration({ wallet, issuerMetadata, token }: Admitted, id: string): Promise<string[]> {
    const { c_nonce } = await wallet.client.requestNonce({ issuerMetadata });
    const holders = await wallet.makeKeys(2);
    const { credentialResponse } = await wallet.client.retrieveCredentials({
      issuerMetadata,
      accessToken: token,
      credentialConfigurationId: id,
      proofs: { jwt: await wallet.proofs(issuerMetadata, id, holders, c_nonce) },
    });
    return credentialResponse.credentials!.map((one) => (one as { credential: string }).credential);
  }
  /** The library asks by configuration alone; where the token answer named identifiers, a wallet has to use them. */
  async function byIdentifier(
    { wallet, issuerMetadata, token }: Admitted,
    identifiers: readonly string[],
  ): Promise<{ status: number; body: { error?: string; credentials: { credential: string }[] } }[]> {
    const { c_nonce } = await wallet.client.requestNonce({ issuerMetadata });
    const answers = [];
    for (const credential_identifier of identifiers) {
      const holders = await wallet.makeKeys(2);
      const jwt = await wallet.proofs(issuerMetadata, 'kia-sd-jwt', holders, c_nonce);
      const answer = await fetchOf(town.world)(issuerMetadata.credentialIssuer.credential_endpoint, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ credential_identifier, proofs: { jwt } }),
      });
      answers.push({ status: answer.status, body: await answer.json() });
    }
    return answers;
  }
  function claims(sdJwtVc: string): Record<string, unknown> {
    const parsed = parseSdJwt(sdJwtVc);
    assert.ok(parsed.ok);
    return Object.fromEntries(
      parsed.value.disclosures
        .map(parseDisclosure)
        .flatMap((one) => (one?.kind === 'property' ? [[one.name, one.value]] : [])),
    );
  }
  const payloadOf = (sdJwtVc: string) =>
    JSON.parse(Buffer.from(sdJwtVc.split('.')[1]!, 'base64url').toString()) as {
      vct: string;
      cnf: { jwk: { x: string } };
      status: { status_list: { uri: string; idx: number } };
    };
  async function statusOf(sdJwtVc: string) {
    await town.world.settle();
    const { uri, idx } = payloadOf(sdJwtVc).status.status_list;
    return statusAt((await takeTrust(town.world)).statusLists.get(uri)!.list, idx);
  }

  it('is described in the issuer’s metadata, in Indonesian and English', async () => {
    const metadata = (await town.world.app.inject('/.well-known/openid-credential-issuer')).json();
    for (const [id, vct] of [
      ['kk-sd-jwt', 'urn:jatidiri:kk:1'],
      ['kia-sd-jwt', 'urn:jatidiri:kia:1'],
    ] as const) {
      const configuration = metadata.credential_configurations_supported[id];
      assert.deepEqual(
        [configuration.format, configuration.vct, configuration.scope],
        ['dc+sd-jwt', vct, id],
      );
      assert.equal(configuration.credential_metadata.display.length, 2);
    }
  });

  it('is the family card in copies, each with a key and a status entry of its own', async () => {
    const wallet = await admitted(mother);
    const copies = await byConfiguration(wallet, 'kk-sd-jwt');
    assert.equal(claims(copies[0]!).head_of_family, 'AYAH CONTOH');
    assert.equal((claims(copies[0]!).members as unknown[]).length, 5);
    assert.equal(new Set(copies.map((copy) => payloadOf(copy).cnf.jwk.x)).size, 2);
    assert.equal(new Set(copies.map((copy) => payloadOf(copy).status.status_list.idx)).size, 2);
  });

  it('is the KIA of an only child by its configuration alone', async () => {
    const wallet = await admitted(mother);
    assert.equal(wallet.details, undefined);
    const [copy] = await byConfiguration(wallet, 'kia-sd-jwt');
    assert.equal(payloadOf(copy!).vct, 'urn:jatidiri:kia:1');
    assert.equal(claims(copy!).name, 'ANAK CONTOH DUA');
  });

  let kia: string[];
  it('is the KIA of each child by identifiers that say nothing of the child and differ from guardian to guardian', async () => {
    const photograph = (await syntheticSelfie()).toString('base64url');
    assert.equal((await issue(NIKS.daughter, photograph)).status, 200);
    const [one, other] = [await admitted(mother), await admitted(father)];
    const identifiersOf = ({ details }: Admitted) =>
      details!.find((detail) => detail.credential_configuration_id === 'kia-sd-jwt')!.credential_identifiers;
    assert.equal(identifiersOf(one).length, 2);
    assert.equal(new Set([...identifiersOf(one), ...identifiersOf(other)]).size, 4);

    const answers = await byIdentifier(one, identifiersOf(one));
    kia = answers.map(({ body }) => body.credentials[0]!.credential);
    assert.deepEqual(
      kia.map((copy) => claims(copy).name),
      ['ANAK CONTOH SATU', 'ANAK CONTOH DUA'],
    );
    assert.ok(String(claims(kia[0]!).portrait).startsWith('data:image/'));
    assert.ok(!('portrait' in claims(kia[1]!)));
    const [foreign] = await byIdentifier(one, [identifiersOf(other)[0]!]);
    assert.deepEqual([foreign!.status, foreign!.body.error], [400, 'unknown_credential_identifier']);

    await assert.rejects(byConfiguration(one, 'kia-sd-jwt'), 'which child, only an identifier says');
  });

  it('is withdrawn with what the registry or a court changes, and whoever answers no longer gets none', async () => {
    assert.equal(await statusOf(kia[1]!), STATUS.valid);
    const late = await admitted(mother);
    const [kk] = await byIdentifier(late, ['kk-sd-jwt#kk']);
    const card = kk!.body.credentials[0]!.credential;
    assert.equal(await statusOf(card), STATUS.valid);
    const [, son] = late.details!.at(-1)!.credential_identifiers;
    await town.happened(
      { kind: 'guardianship', child: NIKS.son, guardians: [NIKS.father], ground: 'court' },
      'courtRuling',
    );
    assert.equal(await statusOf(kia[1]!), STATUS.invalid);
    assert.equal(await statusOf(kia[0]!), STATUS.valid);
    const [refused] = await byIdentifier(late, [son!]);
    assert.equal(refused!.body.error, 'unknown_credential_identifier');
    assert.equal(await statusOf(card), STATUS.invalid, 'the card of the same family as well');
  });
});
