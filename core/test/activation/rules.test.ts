import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parseEmail, parsePhone } from '../../src/activation/contact.ts';
import {
  type Activation,
  CLAIMING_STATES,
  type Command,
  DECISION_REASONS,
  END_REASONS,
  OPEN_STATES,
} from '../../src/activation/model.ts';
import { apply, decide } from '../../src/activation/rules.ts';
import { Personal } from '../../src/kit/personal.ts';

const START = new Date('2026-11-22T01:00:00Z');
const HANDSETS = ['a', 'b', 'c'];
const RESIDENTS = ['r', 's'];

// Weighted towards what leads to an active identity, so that short sequences reach one.
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('takeSelfie' as const), selfie: fc.constant('s1') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('confirmOnDesk' as const),
      officer: fc.constant('o'),
      office: fc.constant('x'),
      session: fc.constant(null),
    }),
  },
  fc.record({ kind: fc.constant('takeSelfie' as const), selfie: fc.constantFrom('s1', 's2') }),
  fc.record({
    kind: fc.constantFrom('attest' as const, 'confirmOnDesk' as const),
    officer: fc.constant('o'),
    office: fc.constantFrom('x', 'y'),
    session: fc.constantFrom(null, 's'),
  }),
  fc.record({
    kind: fc.constant('refuse' as const),
    officer: fc.constant('o'),
    office: fc.constantFrom('x', 'y'),
    reason: fc.constantFrom(...DECISION_REASONS),
  }),
  fc.record({
    kind: fc.constantFrom(
      'confirmByMail' as const,
      'confirmByPaper' as const,
      'cancel' as const,
      'expire' as const,
    ),
  }),
  fc.record({ kind: fc.constantFrom('suspend' as const, 'resume' as const) }),
  fc.record({ kind: fc.constant('end' as const), reason: fc.constantFrom(...END_REASONS) }),
);

type Step =
  | { do: 'start'; handset: string; resident: string }
  | { do: 'command'; which: number; command: Command }
  | { do: 'wait'; hours: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('start' as const),
      handset: fc.constantFrom(...HANDSETS),
      resident: fc.constantFrom(...RESIDENTS),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('command' as const), which: fc.nat(20), command }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 100 }) }),
  },
);

/** The rules behind a table that keeps the database's two promises. */
function run(steps: readonly Step[]): { table: Activation[]; seen: Activation[][] } {
  const table: Activation[] = [];
  const seen: Activation[][] = [];
  let now = START;
  const among = (states: readonly string[], same: (other: Activation) => boolean) =>
    table.some((other) => states.includes(other.state) && same(other));
  for (const it of steps) {
    if (it.do === 'wait') now = new Date(now.getTime() + it.hours * 3_600_000);
    if (it.do === 'start' && !among(OPEN_STATES, ({ device }) => device.thumbprint === it.handset)) {
      table.push(started(table.length, it.handset, it.resident, now));
    }
    if (it.do === 'command' && table.length > 0) {
      const index = it.which % table.length;
      const before = table[index]!;
      const decided = decide(before, it.command, now);
      if (!decided.ok) continue;
      const next = apply(before, decided.value);
      const claims = (CLAIMING_STATES as readonly string[]).includes(next.state);
      const taken = table.some(
        (other, i) =>
          i !== index &&
          other.resident === next.resident &&
          (CLAIMING_STATES as readonly string[]).includes(other.state),
      );
      if (!(claims && taken)) table[index] = next;
    }
    seen.push([...table]);
  }
  return { table, seen };
}

function started(n: number, handset: string, resident: string, now: Date): Activation {
  return {
    state: 'dataVerified',
    id: `id-${n}` as never,
    resident: resident as never,
    device: { thumbprint: handset as never, jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' } },
    email: null,
    sharedBy: null,
    helper: null,
    phone: new Personal('+6281234567890'),
    domicile: '64.72.01.1001' as never,
    startedAt: now,
    expiresAt: new Date(now.getTime() + 7 * 86_400_000),
  };
}

describe('the activation’s state machine', () => {
  test('no sequence of commands reaches two active handsets of one NIK, or two NIKs on one handset', () => {
    let mostActive = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
        for (const table of run(steps).seen) {
          const active = table.filter(({ state }) => state === 'active' || state === 'suspended');
          mostActive = Math.max(mostActive, active.length);
          assert.equal(new Set(active.map(({ resident }) => resident)).size, active.length);
          assert.equal(new Set(active.map(({ device }) => device.thumbprint)).size, active.length);
        }
      }),
      { numRuns: 2_000 },
    );
    assert.ok(mostActive >= 2, 'the search did reach active identities');
  });

  test('whoever is active was seen by an officer, with a selfie, and confirmed; nobody leaves an end', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
        const { seen } = run(steps);
        for (const [i, table] of seen.entries()) {
          for (const [n, activation] of table.entries()) {
            if (activation.state === 'active')
              assert.ok(activation.selfie && activation.officer && activation.confirmedBy);
            const earlier = seen[i - 1]?.[n];
            const ended = earlier && ['refused', 'cancelled', 'expired', 'ended'].includes(earlier.state);
            if (ended) assert.equal(activation.state, earlier.state);
            if (earlier?.state === 'active' || earlier?.state === 'suspended')
              assert.ok(['active', 'suspended', 'ended'].includes(activation.state));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('an active identity never lapses; an application does, and says so', () => {
    const late = new Date(START.getTime() + 400 * 86_400_000);
    const waiting = apply(started(0, 'a', 'r', START), { kind: 'selfieTaken', selfie: 's', at: START });
    assert.deepEqual(decide(waiting, { kind: 'attest', officer: 'o', office: 'x', session: null }, late), {
      ok: false,
      refusal: { code: 'activation/expired' },
    });
    const active = apply(waiting, {
      kind: 'activated',
      by: 'desk',
      officer: 'o',
      office: 'x',
      session: null,
      at: START,
    });
    assert.equal(decide(active, { kind: 'expire' }, late).ok, false);
    assert.equal(decide(active, { kind: 'end', reason: 'released' }, late).ok, true);
  });

  test('an identity on hold comes back as it was, is held anew, moves, or ends; nothing else happens to it', () => {
    const waiting = apply(started(0, 'a', 'r', START), { kind: 'selfieTaken', selfie: 's', at: START });
    const active = apply(waiting, {
      kind: 'activated',
      by: 'desk',
      officer: 'o',
      office: 'x',
      session: null,
      at: START,
    });
    const held = apply(active, { kind: 'suspended', at: START });
    assert.deepEqual(apply(held, { kind: 'resumed', at: START }), active);
    assert.ok(decide(held, { kind: 'end', reason: 'lost' }, START).ok);
    const later = new Date(START.getTime() + 1);
    const again = decide(held, { kind: 'suspend' }, later);
    assert.deepEqual(again.ok && apply(held, again.value), { ...held, suspendedAt: later });
    const { device } = started(1, 'b', 'r', START);
    const moved = decide(held, { kind: 'move', device }, START);
    assert.deepEqual(moved.ok && apply(held, moved.value), { ...active, device });
    assert.equal(
      decide(waiting, { kind: 'move', device }, START).ok,
      false,
      'nobody moves what no officer saw',
    );
    for (const kind of ['cancel', 'expire', 'confirmByMail', 'confirmByPaper'] as const)
      assert.deepEqual(decide(held, { kind }, START), {
        ok: false,
        refusal: { code: 'activation/suspended' },
      });
    assert.equal(decide(active, { kind: 'resume' }, START).ok, false);
  });
});

describe('contact data', () => {
  test('mobile numbers, however written', () => {
    for (const text of ['0812 3456 7890', '+62 812-3456-7890', '6281234567890', '(0812)34567890']) {
      const parsed = parsePhone(text);
      assert.equal(parsed.ok && parsed.value?.reveal(), '+6281234567890');
    }
    for (const text of ['021 555 0100', '+1 202 555 0100', '08', '0812345678901234', '0812x3456789']) {
      assert.equal(parsePhone(text).ok, false, text);
    }
  });

  test('addresses: none is allowed, half of one is not', () => {
    const none = parseEmail('  ');
    assert.ok(none.ok && none.value === null);
    for (const text of ['a@b', 'a b@c.id', '@c.id', 'a@c..id', 'a@@c.id', 'a@c.id, x@y.id'])
      assert.equal(parseEmail(text).ok, false, text);
  });

  test('nothing personal prints itself', () => {
    const phone = parsePhone('081234567890');
    assert.ok(phone.ok);
    assert.equal(`${phone.value} ${JSON.stringify(phone)}`.includes('812'), false);
  });
});
