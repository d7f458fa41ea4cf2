import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PartnerEvent, PartnerState } from '../../src/partner/model.ts';
import { afterEvent } from '../../src/partner/rules.ts';

const STATES: readonly PartnerState[] = [
  { kind: 'applied' },
  { kind: 'refused', reason: 'x' },
  { kind: 'approved' },
  { kind: 'memorandum' },
  { kind: 'active' },
  { kind: 'suspended', reason: 'x', from: 'memorandum' },
  { kind: 'ended', reason: 'x' },
];
const EVENTS: readonly PartnerEvent[] = [
  { kind: 'approved' },
  { kind: 'refused', reason: 'x' },
  { kind: 'memorandum-accepted' },
  { kind: 'agreement-accepted' },
  { kind: 'suspended', reason: 'x' },
  { kind: 'resumed' },
  { kind: 'ended', reason: 'x' },
];

/** Every step that exists; written out once more, so that a slip in the rules shows. */
const STEPS: Record<string, string> = {
  'applied approved': 'approved',
  'applied refused': 'refused',
  'approved memorandum-accepted': 'memorandum',
  'memorandum agreement-accepted': 'active',
  'active agreement-accepted': 'active',
  'approved suspended': 'suspended',
  'memorandum suspended': 'suspended',
  'active suspended': 'suspended',
  'suspended resumed': 'memorandum',
  'approved ended': 'ended',
  'memorandum ended': 'ended',
  'active ended': 'ended',
  'suspended ended': 'ended',
};

describe('the way of a partner', () => {
  for (const state of STATES) {
    for (const event of EVENTS) {
      const expected = STEPS[`${state.kind} ${event.kind}`];
      it(`${state.kind} + ${event.kind} = ${expected ?? 'refused'}`, () => {
        const next = afterEvent(state, event);
        assert.equal(next.ok ? next.value.kind : undefined, expected);
        if (!next.ok) assert.equal(next.refusal.code, 'partner/not-in-this-state');
      });
    }
  }
});
