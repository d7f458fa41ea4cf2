import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { expectedYield, type Held } from '@jatidiri/core/outreach/expectedYield.ts';
import { HOST_KINDS, type OutreachSession, type SessionCommand } from '@jatidiri/core/outreach/model.ts';
import { carryOut, checkPlan, ranAt } from '@jatidiri/core/outreach/rules.ts';
import fc from 'fast-check';

const DAY = toIsoDate('2026-11-22');
const NOW = new Date('2026-11-22T01:00:00Z');
const PLAN = {
  place: 'Kampus contoh',
  wilayah: '64.72.03',
  host: 'campus',
  from: DAY,
  to: addDays(DAY, 1),
  officers: 2,
  kits: 1,
  team: ['Rina'],
} as never as Parameters<typeof checkPlan>[0];
const PLANNED = { ...PLAN, id: 's', office: 'o', state: 'planned' } as never as OutreachSession;
const COMMANDS: readonly SessionCommand[] = [
  { kind: 'publish' },
  { kind: 'open' },
  { kind: 'close', shortfalls: ['fewCame'], note: '' },
  { kind: 'cancel', reason: 'hujan deras' },
];

const after = (...kinds: SessionCommand['kind'][]) =>
  kinds.reduce<OutreachSession>((session, kind) => {
    const moved = carryOut(session, COMMANDS.find((one) => one.kind === kind)!, NOW);
    assert.ok(moved.ok, `${kind} from ${session.state}`);
    return moved.value;
  }, PLANNED);

describe('a session', () => {
  // What each state lets happen, written out once more so that a slip shows.
  const ALLOWED = {
    planned: ['publish', 'cancel'],
    public: ['open', 'cancel'],
    running: ['close'],
    closed: [],
    cancelled: [],
  } as const satisfies Record<OutreachSession['state'], readonly SessionCommand['kind'][]>;
  const SESSIONS = [
    PLANNED,
    after('publish'),
    after('publish', 'open'),
    after('publish', 'open', 'close'),
    after('cancel'),
  ];
  for (const session of SESSIONS) {
    it(`that is ${session.state} can ${ALLOWED[session.state].join(', ') || 'do nothing more'}`, () => {
      for (const command of COMMANDS) {
        const allowed = (ALLOWED[session.state] as readonly string[]).includes(command.kind);
        assert.equal(carryOut(session, command, NOW).ok, allowed, command.kind);
      }
    });
  }

  it('opens on its own days only, by the calendar of East Kalimantan', () => {
    const open = (at: string) => carryOut(after('publish'), { kind: 'open' }, new Date(at));
    assert.equal(open('2026-11-21T15:59:59Z').ok, false);
    assert.equal(open('2026-11-21T16:00:00Z').ok, true, 'midnight at UTC+8');
    assert.equal(open('2026-11-23T15:59:59Z').ok, true);
    assert.deepEqual(open('2026-11-23T16:00:00Z'), {
      ok: false,
      refusal: { code: 'outreach/not-its-day' },
    });
  });

  it('counts what was decided while it ran, also when it comes later', () => {
    const closed = carryOut(after('publish', 'open'), COMMANDS[2]!, new Date(NOW.getTime() + 3_600_000));
    assert.ok(closed.ok);
    const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    assert.deepEqual(
      [-1, 0, 3_600, 3_601].map((seconds) => ranAt(closed.value, at(seconds))),
      [false, true, true, false],
    );
    const forgotten = after('publish', 'open');
    assert.equal(ranAt(forgotten, new Date('2026-11-23T15:59:59Z')), true);
    assert.equal(ranAt(forgotten, new Date('2026-11-23T16:00:00Z')), false, 'nobody closed it');
    assert.equal(ranAt(after('publish'), NOW), false);
    assert.equal(ranAt(after('cancel'), NOW), false);
  });

  it('cannot be planned for days that are over, in the wrong order, too long, or with more names than officers', () => {
    const code = (change: object) => {
      const checked = checkPlan({ ...PLAN, ...change }, NOW);
      return checked.ok ? 'ok' : checked.refusal.code;
    };
    assert.equal(code({}), 'ok');
    assert.equal(code({ from: addDays(DAY, 2) }), 'outreach/days-wrong');
    assert.equal(code({ to: addDays(DAY, 30) }), 'ok');
    assert.equal(code({ to: addDays(DAY, 31) }), 'outreach/days-wrong');
    assert.equal(code({ from: addDays(DAY, -2), to: addDays(DAY, -1) }), 'outreach/days-over');
    assert.equal(code({ team: ['a', 'b', 'c'] }), 'outreach/team-too-large');
  });
});

describe('the expected yield', () => {
  const held = fc
    .record({
      host: fc.constantFrom(...HOST_KINDS),
      days: fc.integer({ min: 1, max: 31 }),
      activations: fc.nat(5_000),
    })
    .map(({ host, days, activations }): Held => ({ host, ...lasting(days), activations }));

  it('is that of the provincial fair for another five days of fair, and nothing for what never was', () => {
    const fair: Held = {
      host: 'fair',
      from: toIsoDate('2024-01-09'),
      to: toIsoDate('2024-01-13'),
      activations: 457,
    };
    assert.deepEqual(expectedYield({ host: 'fair', ...lasting(5) }, [fair]), {
      activations: 457,
      sessions: 1,
    });
    assert.deepEqual(expectedYield({ host: 'fair', ...lasting(1) }, [fair]), {
      activations: 91,
      sessions: 1,
    });
    assert.equal(expectedYield({ host: 'school', ...lasting(1) }, [fair]), null);
  });

  it('never lies outside what such sessions brought per day', () => {
    fc.assert(
      fc.property(fc.array(held), fc.constantFrom(...HOST_KINDS), (earlier, host) => {
        const alike = earlier.filter((one) => one.host === host);
        const expected = expectedYield({ host, ...lasting(1) }, earlier);
        assert.equal(expected === null, alike.length === 0);
        if (!expected) return;
        const daily = alike.map(
          (one) => one.activations / (Number(one.to.slice(8)) - Number(one.from.slice(8)) + 1),
        );
        assert.ok(expected.activations >= Math.floor(Math.min(...daily)));
        assert.ok(expected.activations <= Math.ceil(Math.max(...daily)));
      }),
    );
  });
});

/** Days of one month, so that a day's number tells them apart. */
function lasting(days: number): { from: IsoDate; to: IsoDate } {
  return { from: toIsoDate('2024-01-01'), to: addDays(toIsoDate('2024-01-01'), days - 1) };
}
