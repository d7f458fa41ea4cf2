import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getDistricts, getRegencies } from 'idn-area-data';
import { placeByNeighbours } from '../src/coverage/charts/neighbours.ts';

const codesIn = (regions: readonly { readonly code: string }[]) =>
  regions.map(({ code }) => ({ code })).filter(({ code }) => code.startsWith('64.'));
const districts = codesIn(await getDistricts());
const regencies = codesIn(await getRegencies());
const childrenOf = (parent: string) => districts.filter(({ code }) => code.startsWith(`${parent}.`));

test('every kabupaten/kota and kecamatan of the province has one tile', () => {
  assert.equal(districts.length, 105);
  for (const [parent, children] of [
    ['64', regencies] as const,
    ...regencies.map(({ code }) => [code, childrenOf(code)] as const),
  ]) {
    const placed = placeByNeighbours(parent, children)?.filter((child) => child !== null);
    const codes = (regions: readonly { readonly code: string }[] = []) =>
      regions.map(({ code }) => code).sort();
    assert.deepEqual(codes(placed), codes(children), parent);
  }
});

test('regions that their map does not know stand in order, none of them lost', () => {
  assert.equal(placeByNeighbours('64.74', [...childrenOf('64.74'), { code: '64.74.09' }]), undefined);
  assert.equal(placeByNeighbours('64.72.03', [{ code: '64.72.03.1001' }]), undefined);
});
