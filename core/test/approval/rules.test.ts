import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DeviceThumbprint } from '../../src/activation/model.ts';
import type { Answer, Question, QuestionId, SignedAnswer } from '../../src/approval/model.ts';
import { answer, claim, isRepeated } from '../../src/approval/rules.ts';
import type { ResidentId } from '../../src/registry/model.ts';

const NOW = new Date('2026-11-22T01:00:00Z');
const SITI = 'siti' as ResidentId;
const BUDI = 'budi' as ResidentId;

const common = {
  id: 'q' as QuestionId,
  kind: 'consent',
  asker: { partner: 'p', name: 'Klinik Contoh' },
  purpose: 'Pendaftaran pasien',
  attributes: ['name', 'birth_date'],
  bindingMessage: null,
  acr: null,
  periodDays: 30,
  returnTo: null,
  askedAt: NOW,
  expiresAt: new Date(NOW.getTime() + 60_000),
} as const;
const unclaimed: Question = { ...common, state: 'unclaimed' };
const open: Question = { ...common, state: 'open', resident: SITI };
const later = new Date(NOW.getTime() + 60_000);

const signed = (given: Partial<Answer> = {}): SignedAnswer => ({
  decision: 'approve',
  duration: 'once',
  attributes: ['name'],
  ...given,
  device: 'd' as DeviceThumbprint,
  at: NOW,
  body: '{}',
  proof: 'p',
});
const codeOf = (result: { ok: boolean; refusal?: { code: string; field?: string } }) =>
  result.ok ? 'ok' : [result.refusal!.code, result.refusal!.field].filter(Boolean).join(' ');

describe('a question', () => {
  test('belongs to who opens it first', () => {
    const claimed = claim(unclaimed, SITI, NOW);
    assert.ok(claimed.ok && claimed.value.resident === SITI);
    assert.equal(codeOf(claim(claimed.value, BUDI, NOW)), 'approval/unknown');
    assert.equal(codeOf(claim(unclaimed, SITI, later)), 'approval/expired');
  });

  test('is answered once, in time, by its resident', () => {
    const answered = answer(open, SITI, signed(), NOW);
    assert.ok(answered.ok);
    assert.equal(codeOf(answer(open, BUDI, signed(), NOW)), 'approval/unknown');
    assert.equal(codeOf(answer(unclaimed, SITI, signed(), NOW)), 'approval/unknown');
    assert.equal(codeOf(answer(open, SITI, signed(), later)), 'approval/expired');
    assert.equal(
      codeOf(answer(answered.value, SITI, signed({ decision: 'decline' }), NOW)),
      'approval/already-answered',
    );
    assert.ok(isRepeated(answered.value, signed()));
    assert.ok(!isRepeated(answered.value, signed({ attributes: ['birth_date'] })));
    assert.ok(!isRepeated(answered.value, signed({ decision: 'decline' })));
  });

  const ANSWERS: readonly [Partial<Answer>, string][] = [
    [{}, 'ok'],
    [{ attributes: [] }, 'ok'],
    [{ attributes: ['nik'] }, 'approval/answer-unfit attributes'],
    [{ duration: 'period' }, 'ok'],
    [{ duration: 'never' }, 'approval/answer-unfit duration'],
    [{ decision: 'decline', duration: 'never', attributes: [] }, 'ok'],
    [{ decision: 'decline', duration: 'period', attributes: [] }, 'approval/answer-unfit duration'],
    [{ decision: 'report', attributes: [] }, 'ok'],
  ];
  for (const [given, expected] of ANSWERS) {
    test(`answered with ${JSON.stringify(given)}: ${expected}`, () => {
      assert.equal(codeOf(answer(open, SITI, signed(given), NOW)), expected);
    });
  }

  test('that is for once cannot be approved for a period', () => {
    const once: Question = { ...open, periodDays: null };
    assert.equal(
      codeOf(answer(once, SITI, signed({ duration: 'period' }), NOW)),
      'approval/answer-unfit duration',
    );
  });
});
