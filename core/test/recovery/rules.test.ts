import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { FACE_VERDICTS, RECOVERY_KINDS, type Recovery, STOPPERS } from '../../src/recovery/model.ts';
import { decide, hasLapsed, isOpen } from '../../src/recovery/rules.ts';

const HOUR_MS = 3_600_000;
const START = new Date('2026-11-25T01:00:00Z');
const coolingOff = { move: 72 * HOUR_MS, reset: HOUR_MS };

const begun = (kind: Recovery['kind']): Recovery => ({
  state: 'awaitingCode',
  id: 'a' as never,
  resident: 'b' as never,
  activation: 'c' as never,
  kind,
  device: { thumbprint: 'd' as never, jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' } },
  codes: 1,
  wrongCodes: 0,
  wrongFaces: 0,
  heldSince: null,
  begunAt: START,
  expiresAt: new Date(START.getTime() + 24 * HOUR_MS),
});

const wait = fc.constant({ coolingOff, onHoldSince: null });
const command = fc.oneof(
  fc.constant({ kind: 'resendCode' as const }),
  fc.record({ kind: fc.constant('enterCode' as const), right: fc.boolean(), heldSince: fc.constant(null) }),
  fc.record({
    kind: fc.constant('showFace' as const),
    verdict: fc.constantFrom(...FACE_VERDICTS),
    wait,
  }),
  fc.record({ kind: fc.constant('complete' as const), wait }),
  fc.record({ kind: fc.constant('stop' as const), by: fc.constantFrom(...STOPPERS) }),
  fc.constant({ kind: 'expire' as const }),
);
const steps = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 40 * HOUR_MS })), { maxLength: 30 });

describe('the rules of a recovery', () => {
  test('nobody completes one without a right code, a face taken for the same, and the whole wait', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RECOVERY_KINDS), steps, (kind, taken) => {
        let recovery = begun(kind);
        let at = START.getTime();
        let code = false;
        let sameAt: number | undefined;
        for (const [what, laterMs] of taken) {
          at += laterMs;
          const decided = decide(recovery, what, new Date(at));
          if (!decided.ok) continue;
          if (what.kind === 'enterCode' && what.right) code = true;
          if (what.kind === 'showFace' && what.verdict === 'same') sameAt = at;
          recovery = decided.value;
        }
        if (recovery.state !== 'completed') return;
        assert.ok(code && sameAt !== undefined);
        assert.ok(recovery.closedAt.getTime() - sameAt >= coolingOff[kind]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('what is closed stays closed, and tries are never more than allowed', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let recovery = begun('move');
        let at = START.getTime();
        for (const [what, laterMs] of taken) {
          at += laterMs;
          const decided = decide(recovery, what, new Date(at));
          if (!isOpen(recovery)) assert.equal(decided.ok, false);
          if (hasLapsed(recovery, new Date(at)) && what.kind !== 'expire') assert.equal(decided.ok, false);
          if (decided.ok) recovery = decided.value;
        }
        assert.ok(recovery.codes <= 3 && recovery.wrongCodes <= 5 && recovery.wrongFaces <= 3);
      }),
    );
  });

  test('an officer ends any that is open, at once', () => {
    const approved = decide(begun('reset'), { kind: 'approve' }, START);
    assert.equal(approved.ok && approved.value.state, 'completed');
    const again = approved.ok && decide(approved.value, { kind: 'approve' }, START);
    assert.deepEqual(again && !again.ok && again.refusal.code, 'recovery/not-now');
  });
});
