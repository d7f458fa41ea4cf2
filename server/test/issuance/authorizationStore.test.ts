import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  type Authorization,
  closeAuthorization,
  findAuthorization,
  insertAuthorization,
} from '../../src/issuance/openid4vci/authorizationStore.ts';
import { createTestDatabase, type TestDatabase } from '../testDatabase.ts';

let db: TestDatabase;
before(async () => {
  db = await createTestDatabase();
});
after(() => db.drop());

test('a code that was redeemed stays so, also when the resident declines at the same moment', async () => {
  const { read } = db.database;
  const secretHash = Buffer.alloc(32, 1);
  const request: Omit<Authorization, 'stage' | 'question' | 'activation'> = {
    id: randomUUID(),
    clientId: 'dompet-contoh',
    clientName: null,
    redirectUri: 'https://dompet.example/kembali',
    state: null,
    codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    configurations: ['ikd-sd-jwt'],
    byIdentifier: false,
    offer: null,
    dpopKey: null,
    expiresAt: new Date('2026-11-22T02:00:00Z'),
  };
  await insertAuthorization(read, request, secretHash);
  await closeAuthorization(read, request.id, 'redeemed');
  await closeAuthorization(read, request.id, 'declined');
  assert.equal((await findAuthorization(read, secretHash))?.stage, 'redeemed');
});
