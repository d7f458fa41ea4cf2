import assert from 'node:assert/strict';
import { test } from 'node:test';
import { weaknessOf } from '@jatidiri/core/pin/weakPin.ts';

// Synthetic: born 25 December 1990, a woman (day + 40).
const NIK = '6471016512900007';

test('PINs that everybody tries first are refused', () => {
  for (const pin of ['111111', '123456', '654321', '246802', '000000', '890123', '121212', '112233'])
    assert.equal(weaknessOf(pin, NIK), 'guessable', pin);
});

test('the birth date and the ends of the NIK are refused: they stand on the card', () => {
  for (const pin of ['251290', '122590', '901225', '647101', '900007'])
    assert.equal(weaknessOf(pin, NIK), 'birthDate', pin);
});

test('anything but six digits is refused', () => {
  for (const pin of ['', '12345', '1234567', '12a456', '١٢٣٤٥٦'])
    assert.equal(weaknessOf(pin, NIK), 'notSixDigits');
});

test('an ordinary PIN is good', () => {
  for (const pin of ['482913', '730264', '908172']) assert.equal(weaknessOf(pin, NIK), undefined, pin);
});
