import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import { IKD_DOCTYPE } from '@jatidiri/core/issuance/model.ts';
import { askedOfOurCards } from '@jatidiri/core/verification/askable.ts';

const query = (vct: string, ...names: string[]) =>
  parseDcqlQuery({
    credentials: [
      {
        id: 'one',
        format: 'dc+sd-jwt',
        meta: { vct_values: [vct] },
        claims: names.map((name) => ({ path: [name] })),
      },
    ],
  })!;
const asked = (vct: string, ...names: string[]) => askedOfOurCards(query(vct, ...names), IKD_DOCTYPE);

test('what is asked of a child’s KIA or a family card has to be agreed as that of an IKD', () => {
  assert.deepEqual(asked('urn:jatidiri:ikd:1', 'name', 'nik'), ['name', 'nik']);
  assert.deepEqual(asked('urn:jatidiri:kia:1', 'name', 'birth_date'), ['name', 'birth_date']);
  assert.deepEqual(asked('urn:jatidiri:kk:1', 'members'), ['members']);
});

test('the age band of a KIA needs no agreement, its last day that of the birth date', () => {
  assert.deepEqual(asked('urn:jatidiri:kia:1', 'form'), []);
  assert.deepEqual(asked('urn:jatidiri:kia:1', 'valid_until'), ['birth_date']);
});

test('what others issue is theirs to agree', () => {
  assert.deepEqual(asked('https://klinik.contoh.invalid/vaksin', 'name'), []);
});
