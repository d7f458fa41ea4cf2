import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SEGMENT, templateIndex } from '@jatidiri/core/face/templateIndex.ts';
import { population } from './syntheticTemplates.ts';

function distance(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i]! - other[i]!) ** 2;
  return Math.sqrt(sum);
}

test('an empty index has nobody near, and a small one compares all', () => {
  const { person, again } = population(1);
  const index = templateIndex();
  assert.deepEqual(index.nearest(person(), 5), []);
  const people = Array.from({ length: 500 }, person);
  for (const [slot, template] of people.entries()) assert.equal(index.add(template), slot);
  for (const [slot, template] of people.slice(0, 50).entries()) {
    const exact = people
      .map((other, i) => [distance(template, other), i] as const)
      .sort((a, b) => a[0] - b[0]);
    assert.equal(index.nearest(again(template, 0.1), 3)[0], slot);
    const five = index.nearest(template, 5);
    const wrong = five.filter((found) => distance(template, people[found]!) > exact[4]![0] + 0.005);
    assert.deepEqual(wrong, [], 'rounding alone decides between neighbours');
  }
});

test('beyond a segment, at least 98 of 100 of the true nearest are found', () => {
  const { person, again } = population(2);
  const index = templateIndex();
  const people = Array.from({ length: SEGMENT + 9_464 }, person);
  for (const template of people) index.add(template);
  assert.equal(index.size(), people.length);
  let wanted = 0;
  let found = 0;
  for (let i = 0; i < 28; i++) {
    const slot = i * 2_600;
    const asked = again(people[slot]!, 0.15 + (i % 7) * 0.05);
    const exact = people
      .map((other, at) => [distance(asked, other), at] as const)
      .filter(([far]) => far <= 0.45)
      .sort((a, b) => a[0] - b[0])
      .slice(0, 10);
    const near = new Set(index.nearest(asked, 100));
    assert.ok(near.has(slot), `the same person at ${distance(asked, people[slot]!).toFixed(2)}`);
    wanted += exact.length;
    found += exact.filter(([, at]) => near.has(at)).length;
  }
  assert.ok(wanted >= 28);
  assert.ok(found / wanted >= 0.98, `${found} of ${wanted}`);
});
