import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { FetchedStatusList } from '@jatidiri/core/statuslist/currentStatus.ts';
import { verifyStatusListToken } from '@jatidiri/core/statuslist/token.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import * as v from 'valibot';
import { createHandset, FORM, type TestHandset } from '../testHandset.ts';
import { createOfficer } from '../testOfficer.ts';
import type { TestWorld } from '../testWorld.ts';

export const suite = webSuite(webcrypto.subtle as unknown as SubtleCrypto);

/** A handset on which an IKD is active: applied, attested and confirmed at a desk. */
export async function activeHandset(
  world: TestWorld,
  person: { nik: string; name: string } = FORM,
  selfie?: Buffer | undefined,
  officerCode?: string,
): Promise<TestHandset> {
  const handset = await createHandset(world);
  await handset.apply({ nik: person.nik, name: person.name });
  await handset.sendSelfie(selfie);
  const officer = await createOfficer(world, officerCode);
  const decided = await officer.decide(await handset.qr(), { kind: 'confirmOnDesk' });
  assert.equal(decided.body.state, 'active', JSON.stringify(decided.body));
  return handset;
}

export const fetchIkd = (handset: TestHandset) => handset.call('POST', '/api/issuance/credential');

const pemToDer = (pem: string) =>
  new Uint8Array(Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64'));

/** What a verifier takes along at this moment: everything fetched and verified as it would. */
export async function takeTrust(world: TestWorld) {
  const answer = await world.app.inject('/api/issuance/trust');
  const reply = v.parse(TrustReply, answer.json());
  const now = world.clock.now;
  const verifyChain = chainVerifier(reply.roots.map(pemToDer), webcrypto as unknown as Crypto);
  const trustedIssuers = [];
  for (const x5c of reply.issuers) {
    const certified = await verifyChain(x5c, now);
    assert.ok(certified.ok, JSON.stringify(certified));
    trustedIssuers.push(certified.value);
  }
  const statusLists = new Map<string, FetchedStatusList>();
  for (const uri of reply.statusLists) {
    const { body } = await world.app.inject(new URL(uri).pathname);
    const list = await verifyStatusListToken(body, uri, { suite, verifyChain, inflate: webInflate, now });
    assert.ok(list.ok, JSON.stringify(list));
    statusLists.set(uri, { list: list.value, fetchedAt: now });
  }
  return { reply, verifyChain, trustedIssuers, statusLists, now };
}
