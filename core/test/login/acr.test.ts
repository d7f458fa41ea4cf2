import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACR_FACE, ACR_PIN_ON_DEVICE, insistsOnMore } from '../../src/login/acr.ts';

describe('a request for more than is checked', () => {
  const CASES: readonly [string, unknown, boolean][] = [
    ['nothing', undefined, false],
    ['a wish', { value: ACR_FACE }, false],
    ['a wish of several', { values: [ACR_FACE] }, false],
    ['essential, and what there is', { essential: true, value: ACR_PIN_ON_DEVICE }, false],
    [
      'essential, and what there is among others',
      { essential: true, values: [ACR_FACE, ACR_PIN_ON_DEVICE] },
      false,
    ],
    ['essential, whichever', { essential: true }, false],
    ['essential, and what there is not', { essential: true, value: ACR_FACE }, true],
    ['essential, and none of what there is', { essential: true, values: [ACR_FACE] }, true],
    ['nonsense', 'face', false],
  ];
  for (const [what, acr, insists] of CASES) {
    test(`${what}: ${insists ? 'refused' : 'taken'}`, () => {
      assert.equal(insistsOnMore({ id_token: { acr } }), insists);
    });
  }
});
