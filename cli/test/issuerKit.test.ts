import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { TestResident } from '@jatidiri/core/partner/testResidents.ts';
import { statusAt } from '@jatidiri/core/statuslist/statusList.ts';
import { verifyStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import { bpjs } from '../../examples/issuer-kit/cards/bpjs.ts';
import { licence } from '../../examples/issuer-kit/cards/licence.ts';
import { npwp } from '../../examples/issuer-kit/cards/npwp.ts';
import { vaccination } from '../../examples/issuer-kit/cards/vaccination.ts';
import { openIssuer } from '../../examples/issuer-kit/server.ts';
import { withdrawCards } from '../../examples/issuer-kit/statusList.ts';
import { card as library } from '../../examples/library/card.ts';
import { DEMO_RESIDENTS } from '../../seed/demoResidents.ts';
import { freePort } from '../../server/test/freePort.ts';
import { openWallet } from '../openWallet.ts';

const [{ nik, name, birthDate: born }] = DEMO_RESIDENTS as [TestResident];
const PERSON = { subject: 'siti', name, born, nik };
const STRANGER = { subject: 'lain', name: 'ORANG LAIN', born: '1990-01-01' };

for (const card of [vaccination, bpjs, npwp, licence, library])
  describe(`the issuer kit with ${card.id}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'issuer-kit-'));
    let issuer: Awaited<ReturnType<typeof openIssuer>>;
    let origin: string;
    before(async () => {
      const port = await freePort();
      origin = `http://127.0.0.1:${port}`;
      const unused = async () => {
        throw new Error('nobody signs in here');
      };
      issuer = await openIssuer({
        card,
        origin,
        folder,
        identity: { beginLogin: unused, endLogin: unused },
        wallet: 'http://wallet.invalid',
        now: () => new Date(),
      });
      await new Promise<void>((listening) => issuer.server.listen(port, '127.0.0.1', listening));
      assert.equal((issuer.server.address() as AddressInfo).port, port);
    });
    after(() => {
      issuer.server.close();
      issuer.server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    });

    test('puts a card into a wallet, once for each offer', async () => {
      const anchors = certificatesInPem(issuer.rootPem);
      const wallet = openWallet({ anchors, copies: 5, clientId: 'test' });
      const offer = (await issuer.offerTo(PERSON))!;
      const report = await wallet.receive(offer);
      assert.ok(report.ok, JSON.stringify(report));
      const [held] = wallet.credentials();
      assert.deepEqual([held!.issuer, held!.type, held!.copies], [origin, card.vct, 1]);
      assert.equal((await wallet.receive(offer)).ok, false, 'the code was used');
      assert.equal(await issuer.offerTo(STRANGER), undefined);
    });

    test('is refused by a wallet that does not know its root', async () => {
      const other = await openIssuer({
        card,
        origin: 'http://127.0.0.1:1',
        folder: join(folder, 'other'),
        identity: {} as never,
        wallet: 'http://wallet.invalid',
        now: () => new Date(),
      });
      const anchors = certificatesInPem(other.rootPem);
      const report = await openWallet({ anchors, copies: 1, clientId: 'test' }).receive(
        (await issuer.offerTo(PERSON))!,
      );
      assert.ok(!report.ok && report.error === 'receive/card-invalid', JSON.stringify(report));
    });

    test('withdraws the cards of one number, and no others', async () => {
      const number = (await card.claimsOf(PERSON))![card.numberIn]!;
      assert.equal(withdrawCards(folder, 'somebody else’s'), 0);
      assert.deepEqual(await withdrawn(), []);
      const count = withdrawCards(folder, number);
      assert.ok(count > 0);
      assert.equal((await withdrawn()).length, count);
      assert.equal(withdrawCards(folder, number), 0, 'withdrawn already');
    });

    async function withdrawn(): Promise<number[]> {
      const token = await (await fetch(`${origin}/status-list`)).text();
      const list = await verifyStatusListToken(token, `${origin}/status-list`, {
        suite: webSuite(crypto.subtle),
        verifyChain: chainVerifier(certificatesInPem(issuer.rootPem), crypto),
        inflate: webInflate,
        now: new Date(),
      });
      assert.ok(list.ok);
      return [...Array(8_192).keys()].filter((idx) => statusAt(list.value, idx) === 1);
    }

    test('answers nonsense with the errors of the protocol', async () => {
      const post = async (path: string, body: string, headers: Record<string, string> = {}) => {
        const answer = await fetch(`${origin}${path}`, { method: 'POST', body, headers });
        return [answer.status, (await answer.json()).error];
      };
      assert.deepEqual(await post('/token', 'grant_type=x'), [400, 'invalid_grant']);
      assert.deepEqual(await post('/credential', '{}'), [401, 'invalid_token']);
      assert.deepEqual(await post('/credential', '{', { authorization: 'Bearer x' }), [401, 'invalid_token']);
    });
  });
