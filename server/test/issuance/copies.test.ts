import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { IKD_NAMESPACE } from '@jatidiri/core/issuance/model.ts';
import { fromBase64url, utf8 } from '@jatidiri/core/kit/bytes.ts';
import { parseIssuerSigned } from '@jatidiri/core/mdoc/issuerSigned.ts';
import { SDJwtInstance } from '@sd-jwt/core';
import { importX509, jwtVerify } from 'jose';
import { originsOf } from '../../src/platform/config.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';
import { suite, takeTrust } from './activeHandset.ts';
import { takeCopies } from './foreignWallet.ts';

describe('copies of one person’s IKD', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld({ config: { origins: originsOf('https://ikd.contoh.invalid') } });
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const payloadOf = (sdJwt: string) =>
    JSON.parse(Buffer.from(sdJwt.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;

  test('two verifiers who compare everything find nothing in common but what the claims say', async () => {
    const { credentials } = await takeCopies(world, { count: 20 });
    // Each copy as a verifier sees it when all is shown: the signed payload and every disclosure.
    const seen = credentials.map((copy) => {
      const [jwt, ...disclosures] = copy.split('~').filter(Boolean);
      const { cnf, status, _sd, ...same } = payloadOf(copy) as {
        cnf: { jwk: { x: string } };
        status: { status_list: { idx: number; uri: string } };
        _sd: string[];
      };
      const opened = disclosures.map(
        (one) => JSON.parse(Buffer.from(one, 'base64url').toString()) as unknown[],
      );
      return {
        own: [
          jwt!.split('.')[2]!,
          cnf.jwk.x,
          `idx ${status.status_list.idx}`,
          ..._sd,
          ...opened.map(([salt]) => String(salt)),
        ],
        order: _sd.length,
        same: { ...same, header: jwt!.split('.')[0], uri: status.status_list.uri },
        claims: Object.fromEntries(opened.map(([, name, value]) => [String(name), value])),
      };
    });
    const own = seen.flatMap((copy) => copy.own);
    assert.equal(
      new Set(own).size,
      own.length,
      'keys, salts, digests, signatures and status entries are distinct',
    );
    for (const copy of seen) assert.deepEqual([copy.same, copy.claims], [seen[0]!.same, seen[0]!.claims]);

    // What they have in common they have in common with everybody's of that day.
    const { credentials: others } = await takeCopies(world, { nik: '6471062508849902' });
    const { cnf: _c, status: _s, _sd: _d, ...ofAnother } = payloadOf(others[0]!);
    const { header: _h, uri: _u, ...common } = seen[0]!.same as Record<string, unknown>;
    assert.deepEqual(common, ofAnother);
    assert.equal(Number(common.iat) % 3600, 0, 'a rounded time');
  });

  test('status entries cannot be guessed from one another: no order, no neighbourhood', async () => {
    const { credentials } = await takeCopies(world, { count: 20 });
    const entries = credentials.map(
      (copy) => (payloadOf(copy).status as { status_list: { idx: number } }).status_list.idx,
    );
    const rising = entries.filter((idx, i) => i > 0 && idx > entries[i - 1]!).length;
    assert.ok(rising > 2 && rising < 17, `${rising} of 19 steps rise`);
    assert.ok(Math.max(...entries) - Math.min(...entries) > 2 ** 15, 'spread over the list');
  });

  test('verified by a library that is not ours', async () => {
    const { credentials } = await takeCopies(world);
    const { reply } = await takeTrust(world);
    const pem = `-----BEGIN CERTIFICATE-----\n${reply.issuers[0]![0]}\n-----END CERTIFICATE-----`;
    const key = await importX509(pem, 'ES256');
    const currentDate = world.clock.now;
    const theirs = new SDJwtInstance({
      hashAlg: 'sha-256',
      hasher: (data: string | ArrayBuffer) =>
        suite.sha256(typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
      verifier: async (data, signature) =>
        jwtVerify(`${data}.${signature}`, key, { typ: 'dc+sd-jwt', currentDate }).then(() => true),
    });
    for (const copy of credentials) {
      const { payload } = await theirs.verify(copy, {
        currentDate: Math.floor(currentDate.getTime() / 1000),
      });
      assert.equal((payload as { name: string }).name, 'SITI CONTOH RAHMAWATI');
    }
  });

  test('copies as mdoc have nothing in common either', async () => {
    const { credentials } = await takeCopies(world, { configuration: 'ikd-mdoc', count: 8 });
    const salts: string[] = [];
    const signed: string[] = [];
    for (const copy of credentials) {
      const read = parseIssuerSigned(fromBase64url(copy))!;
      const items = read.nameSpaces.get(IKD_NAMESPACE)!;
      salts.push(...items.map(({ bytes }) => Buffer.from(bytes).toString('base64url')));
      const { payload, signature } = read.issuerAuth!;
      signed.push(Buffer.from(payload).toString('base64url'), Buffer.from(signature).toString('base64url'));
    }
    assert.equal(new Set(salts).size, salts.length, 'each element with a salt of its own');
    assert.equal(new Set(signed).size, signed.length);
  });
});
