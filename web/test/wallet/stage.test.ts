import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ACTIVATION_STATES, type ActivationState } from '@jatidiri/core/activation/model.ts';
import { type Standing, stageOf } from '../../src/wallet/stage.ts';

const standing = (state: ActivationState | undefined, more: Partial<Standing> = {}): Standing => ({
  arriving: false,
  begun: true,
  lost: false,
  field: undefined,
  hasPin: true,
  unlocked: true,
  status: state && {
    id: '00000000-0000-4000-8000-000000000000',
    state,
    expiresAt: '2026-11-29T00:00:00Z',
    hasEmail: true,
    office: null,
    refusedFor: null,
    endedFor: null,
  },
  ...more,
});

test('each state of the application has its page', () => {
  const stages = Object.fromEntries(ACTIVATION_STATES.map((state) => [state, stageOf(standing(state))]));
  assert.deepEqual(stages, {
    dataVerified: 'selfie',
    awaitingOfficer: 'officer',
    attested: 'mail',
    active: 'card',
    suspended: 'held',
    ended: 'over',
    refused: 'over',
    cancelled: 'over',
    expired: 'over',
  });
});

test('before an application there is the welcome, then the form', () => {
  assert.equal(stageOf(standing(undefined, { begun: false })), 'welcome');
  assert.equal(stageOf(standing(undefined)), 'form');
  assert.equal(stageOf(standing(undefined, { arriving: true })), 'arriving');
});

test('nothing is shown or awaited without a PIN, and nothing opens without it', () => {
  for (const state of ['awaitingOfficer', 'attested', 'active'] as const)
    assert.equal(stageOf(standing(state, { hasPin: false })), 'choosePin');
  assert.equal(stageOf(standing('active', { unlocked: false })), 'locked');
});

test('an application that the server does not know is over, but a card in hand stays', () => {
  assert.equal(stageOf(standing('awaitingOfficer', { lost: true })), 'over');
  assert.equal(stageOf(standing('active', { lost: true })), 'card');
});

test('what was handed to an officer leads on without the server, and an active identity comes before it', () => {
  const handing = { state: 'handing', id: '00000000-0000-4000-8000-000000000001' } as const;
  const stage = (more: Partial<Standing>, state?: ActivationState) => stageOf(standing(state, more));
  assert.equal(stage({ field: handing, hasPin: false }), 'choosePin');
  assert.equal(stage({ field: handing, unlocked: false }), 'locked');
  assert.equal(stage({ field: handing }), 'handOver');
  assert.equal(stage({ field: handing }, 'awaitingOfficer'), 'handOver');
  assert.equal(stage({ field: { state: 'provisional' }, begun: false }), 'provisional');
  assert.equal(stage({ field: { state: 'provisional' }, unlocked: false }), 'locked');
  assert.equal(stage({ field: { state: 'provisional' } }, 'active'), 'card');
  assert.equal(stage({ field: { state: 'refused', because: 'faceDiffers' }, hasPin: false }), 'notAccepted');
});
