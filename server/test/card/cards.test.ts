import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { addYears, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Resident, ResidentChange } from '@jatidiri/core/registry/model.ts';
import { DEMO_RESIDENTS } from '../../../seed/demoResidents.ts';
import { trailOf } from '../../src/ledger/index.ts';
import { changeResident, findByNik } from '../../src/registry/index.ts';
import { loadWilayah } from '../../src/wilayah/index.ts';
import { born, standing, TODAY, type Youth, youth } from '../recording/people.ts';
import { SIGNATURE } from '../recording/sitting.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  elsewhere: 'DEMO-6471-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
type Who = keyof typeof CODES;
const [SITI, BUDI] = DEMO_RESIDENTS;

const ready = (called: string, change = {}) =>
  youth(called, { recording: 'printReady', recordedOn: addYears(TODAY, -1), ...change });
const QUEUE = {
  first: ready('AGUS CONTOH', { validFrom: toIsoDate('2025-01-01') }),
  second: ready('BELA CONTOH', { validFrom: toIsoDate('2025-01-02') }),
  third: ready('CITRA CONTOH', { validFrom: toIsoDate('2025-01-03') }),
  sixteen: ready('DONI CONTOH', { ...born(toIsoDate('2010-01-01')), validFrom: toIsoDate('2025-01-01') }),
} as const;
const HOLDER = youth('WATI CONTOH', { recording: 'handedOver', recordedOn: addYears(TODAY, -1) });
const MANY = Array.from({ length: 8 }, (_, i) => ready(`ORANG ${String.fromCharCode(65 + i)} CONTOH`));

interface Shown {
  readonly id: string;
  readonly nik: string;
  readonly name: string;
  readonly reason: string;
  readonly sent: number;
}

describe('cards', () => {
  let world: TestWorld;
  const officers = {} as Record<Who, TestOfficer>;
  before(async () => {
    world = await createTestWorld({ residents: [...Object.values(QUEUE), ...MANY, HOLDER] });
    for (const who of Object.keys(CODES) as Who[]) officers[who] = await createOfficer(world, CODES[who]);
  });
  after(async () => {
    assert.deepEqual(world.faults, []);
    await world.close();
  });

  const post = (path: string, body: object, who: Who = 'operator') =>
    officers[who].call('POST', `/api/card/${path}`, body);
  const stock = async () => {
    const { blanks, claimed, printed } = (await officers.operator.call('GET', '/api/card/stock?card=ktpEl'))
      .body;
    return [blanks, claimed, printed];
  };
  const cards = async (who: Who = 'operator') => (await officers[who].call('GET', '/api/card/cards')).body;
  const receive = (quantity: number, change: object = {}) =>
    post(
      'stock/deliveries',
      { id: randomUUID(), card: 'ktpEl', quantity, note: 'SJ-17/2026', on: TODAY, ...change },
      'head',
    );
  const start = (count: number, id: string = randomUUID()) => post('runs', { id, count });
  const sendRun = (id: string, again = false) => post(`runs/${id}/pdf`, { again });
  const account = (id: string, outcomes: Record<string, string>) =>
    post(`runs/${id}/outcomes`, {
      cards: Object.entries(outcomes).map(([card, outcome]) => ({ id: card, outcome })),
    });
  const handOver = (card: string, receiver = 'owner') =>
    post(`cards/${card}/hand-over`, { receiver, signature: toBase64url(SIGNATURE) });
  const spoil = (reason: string, ...ids: string[]) => post('cards/spoiled', { cards: ids, reason });
  const resident = async (nik: string): Promise<Resident> =>
    (await findByNik(world.database.read, new Personal(nik)))!;
  const state = async ({ nik }: Youth) => (await resident(nik.reveal())).recording;
  const change = async (nik: string, what: ResidentChange) => {
    const deps = {
      ...world.tracing,
      now: () => world.clock.now,
      wilayah: await loadWilayah(world.database.read),
    };
    const { id } = await resident(nik);
    const actor = { kind: 'system', task: 'test' } as const;
    assert.ok((await changeResident(deps, { id, change: what, actor, reason: 'courtRuling' })).ok);
  };
  const byName = (shown: readonly Shown[], { called }: Youth) => shown.find(({ name }) => name === called)!;

  it('prints nothing without blanks, and takes in a delivery once', async () => {
    assert.equal((await start(2)).body.code, 'card/not-in-stock');
    const id = randomUUID();
    for (let i = 0; i < 2; i++) assert.equal((await receive(10, { id })).status, 204);
    assert.deepEqual(await stock(), [10, 0, 0]);
    assert.equal((await receive(5, { on: '2026-11-23' })).body.code, 'card/date-in-future');
  });

  it('throws a wet stack away, and never more than there is', async () => {
    const spoil = (quantity: number) =>
      post('stock/spoiled', { id: randomUUID(), card: 'ktpEl', quantity, reason: 'wet' }, 'head');
    assert.equal((await spoil(11)).body.code, 'card/not-in-stock');
    world.later(60_000);
    assert.equal((await spoil(3)).status, 204);
    assert.deepEqual(await stock(), [7, 0, 0]);
    const { journal } = (await officers.head.call('GET', '/api/card/stock?card=ktpEl')).body;
    assert.deepEqual(
      journal.map(({ kind, quantity, note, blanks }: Record<string, unknown>) => [
        kind,
        quantity,
        note,
        blanks,
      ]),
      [
        ['spoiled', 3, 'wet', 7],
        ['received', 10, 'SJ-17/2026, 2026-11-22', 10],
      ],
    );
  });

  const run = randomUUID();
  let inRun: Shown[];

  it('takes those who wait longest into a printer, not yet those under 17', async () => {
    assert.equal((await cards()).queued, 11);
    for (let i = 0; i < 2; i++)
      assert.equal((await start(3, run)).status, 204, 'the same run again is the same');
    inRun = (await cards()).runs[0].cards;
    assert.deepEqual(
      inRun.map(({ name }) => name),
      ['AGUS CONTOH', 'BELA CONTOH', 'CITRA CONTOH'],
    );
    assert.deepEqual([await stock(), (await cards()).queued], [[7, 3, 0], 8]);
    assert.deepEqual((await cards('elsewhere')).runs, [], 'another office sees its own');
  });

  it('throws no blanks away that lie in a printer: first somebody says what came out', async () => {
    const spoil = (quantity: number) =>
      post('stock/spoiled', { id: randomUUID(), card: 'ktpEl', quantity, reason: 'wet' }, 'head');
    assert.equal((await spoil(5)).body.code, 'card/blanks-in-printer');
    assert.deepEqual(await stock(), [7, 3, 0]);
  });

  it('sends a run once, and a second time only knowingly', async () => {
    const pdf = await sendRun(run);
    assert.equal(pdf.status, 200);
    const text = Buffer.from(pdf.body).toString('latin1');
    assert.deepEqual([text.slice(0, 5), text.match(/\/TrimBox/g)!.length], ['%PDF-', 3]);
    assert.equal((await sendRun(run)).body.code, 'card/sent-already');
    assert.equal((await sendRun(run, true)).status, 200);
    const trail = await trailOf(world.database.read, (await resident(QUEUE.first.nik.reveal())).id, 20);
    const sent = trail.filter(({ kind }) => kind === 'card/sent-to-printer');
    assert.deepEqual(
      sent.map(({ details }) => details.time).sort(),
      [1, 2],
      'both are in the trail of the person',
    );
    assert.equal((await post(`runs/${run}/pdf`, { again: true }, 'elsewhere')).body.code, 'card/run-unknown');
  });

  it('accounts for each card after the printer stopped: one came out, one is spoiled, one waits again', async () => {
    const [first, second, third] = inRun;
    assert.equal((await account(run, { [first!.id]: 'printed' })).status, 204);
    assert.deepEqual([await state(QUEUE.first), await stock()], ['printed', [6, 2, 1]]);
    assert.equal(
      (await cards()).runs[0].cards.length,
      2,
      'the others stay in doubt until somebody has looked',
    );
    const rest = { [second!.id]: 'spoiled', [third!.id]: 'notPrinted' };
    for (let i = 0; i < 2; i++) assert.equal((await account(run, rest)).status, 204);
    assert.deepEqual(await stock(), [5, 0, 1]);
    assert.deepEqual([await state(QUEUE.second), await state(QUEUE.third)], ['printReady', 'printReady']);
    assert.deepEqual((await cards()).runs, []);
    const next = randomUUID();
    await start(2, next);
    const again = (await cards()).runs[0].cards as Shown[];
    assert.deepEqual(again.map(({ name }) => name).sort(), ['BELA CONTOH', 'CITRA CONTOH'], 'first of all');
    assert.equal(
      (await account(next, { [again[0]!.id]: 'printed' })).body.code,
      'card/not-in-this-state',
      'never sent',
    );
    assert.equal((await sendRun(next)).status, 200, 'a new run is a new sending');
    await account(next, Object.fromEntries(again.map(({ id }) => [id, 'printed'])));
    assert.deepEqual(await stock(), [3, 0, 3]);
  });

  it('hands a card over against a signature, once, and keeps the signature sealed', async () => {
    const { id } = byName((await cards()).printed, QUEUE.first);
    const unsigned = { receiver: 'owner', signature: 'SlMx' };
    assert.equal((await post(`cards/${id}/hand-over`, unsigned)).body.code, 'card/signature-unusable');
    assert.equal(
      (await post(`cards/${id}/hand-over`, unsigned, 'elsewhere')).body.code,
      'card/signature-unusable',
    );
    assert.equal((await handOver(id)).status, 204);
    assert.deepEqual([await state(QUEUE.first), await stock()], ['handedOver', [3, 0, 2]]);
    assert.equal((await handOver(id)).body.code, 'card/not-in-this-state');
    const { rows } = await world.database.pool.query('select sealed from card_receipt where card = $1', [id]);
    assert.ok(!rows[0].sealed.includes(Buffer.from(SIGNATURE.subarray(0, 8))));
  });

  it('does not hand over a card whose owner has changed names since: it is spoiled, and another joins the queue', async () => {
    const { id } = byName((await cards()).printed, QUEUE.second);
    const name = new Personal<string, 'name'>('BELA CONTOH LESTARI');
    await change(QUEUE.second.nik.reveal(), { kind: 'nameCorrected', on: TODAY, name });
    assert.equal((await handOver(id)).body.code, 'card/data-changed');
    assert.equal((await spoil('outOfDate', id)).status, 204);
    assert.deepEqual([await state(QUEUE.second), await stock()], ['printReady', [3, 0, 1]]);
    const next = randomUUID();
    await start(1, next);
    assert.equal((await cards()).runs[0].cards[0].name, 'BELA CONTOH LESTARI');
    await account(next, { [(await cards()).runs[0].cards[0].id]: 'notPrinted' });
  });

  it('gives nobody the card of somebody who died in between', async () => {
    const { id } = byName((await cards()).printed, QUEUE.third);
    await change(QUEUE.third.nik.reveal(), { kind: 'died', on: TODAY });
    assert.equal((await handOver(id)).body.code, 'registry/resident-deceased');
    const queued = (await cards()).queued;
    assert.equal((await spoil('outOfDate', id)).status, 204);
    assert.deepEqual([(await cards()).queued, await stock()], [queued, [3, 0, 0]]);
  });

  const order = (
    who: { nik: string; name: string },
    reason: string,
    policeReport: object | null = null,
    id: string = randomUUID(),
  ) => post('reprints', { id, nik: who.nik, name: who.name, reason, policeReport });

  it('prints anew for who came back after the card had been thrown away', async () => {
    const third = standing(QUEUE.third);
    await change(third.nik, { kind: 'deathCorrected', on: TODAY });
    assert.equal(await state(QUEUE.third), 'printed');
    const { queued } = await cards();
    assert.equal((await order(third, 'damaged')).status, 204);
    assert.deepEqual([await state(QUEUE.third), (await cards()).queued], ['printReady', queued + 1]);
    assert.equal((await order(third, 'damaged')).body.code, 'card/ordered-already');
  });

  it('prints anew what was lost with a police report, was damaged, or is out of date', async () => {
    const report = { number: 'LP/B/77/XI/2026', on: TODAY };
    const code = async (...[who, reason, police]: Parameters<typeof order>) =>
      (await order(who, reason, police)).body?.code;
    assert.equal(await code(SITI!, 'lost'), 'card/police-report-missing');
    assert.equal(await code(SITI!, 'damaged', report), 'card/police-report-unexpected');
    assert.equal(await code(SITI!, 'lost', { ...report, on: '2026-11-23' }), 'card/date-in-future');
    assert.equal(await code({ ...SITI!, name: 'ORANG LAIN' }, 'damaged'), 'card/data-mismatch');
    assert.equal(await code(standing(QUEUE.sixteen), 'damaged'), 'card/none-handed-over');
    const first = standing(QUEUE.first);
    assert.equal(await code(first, 'changed'), 'card/nothing-changed');
    const id = randomUUID();
    for (let i = 0; i < 2; i++) assert.equal((await order(SITI!, 'lost', report, id)).status, 204);
    assert.equal(await code(SITI!, 'damaged'), 'card/ordered-already', 'one is on the way');
    const moved = {
      kind: 'nameCorrected',
      on: TODAY,
      name: new Personal<string, 'name'>('AGUS CONTOH SAPUTRA'),
    } as const;
    await change(first.nik, moved);
    assert.equal(await code({ ...first, name: 'AGUS CONTOH SAPUTRA' }, 'changed'), undefined);
    const { rows } = await world.database.pool.query(
      `select state, reason from card where resident = $1 order by opened_by`,
      [(await resident(first.nik)).id],
    );
    assert.deepEqual(rows, [
      { state: 'replaced', reason: 'first' },
      { state: 'ordered', reason: 'changed' },
    ]);
    assert.equal((await resident(SITI!.nik)).recording, 'printReady');
  });

  it('prints at another office what waits where the printer stopped for good', async () => {
    const queued = async (who: Who) => (await cards(who)).queued;
    const [here, there] = [await queued('operator'), await queued('elsewhere')];
    const id = randomUUID();
    const take = () =>
      post(
        'reprints',
        { id, nik: SITI!.nik, name: SITI!.name, reason: 'damaged', policeReport: null },
        'elsewhere',
      );
    for (let i = 0; i < 2; i++) assert.equal((await take()).status, 204);
    assert.deepEqual([await queued('operator'), await queued('elsewhere')], [here - 1, there + 1]);
    const { rows } = await world.database.pool.query(
      'select state, reason, police_report from card where resident = $1 order by state',
      [(await resident(SITI!.nik)).id],
    );
    const wish = { reason: 'lost', police_report: 'LP/B/77/XI/2026' };
    assert.deepEqual(rows, [
      { state: 'cancelled', ...wish },
      { state: 'ordered', ...wish },
    ]);
    const back = {
      id: randomUUID(),
      nik: SITI!.nik,
      name: SITI!.name,
      reason: 'damaged',
      policeReport: null,
    };
    assert.equal((await post('reprints', back)).status, 204);
  });

  it('cancels the order of somebody who died before it was printed', async () => {
    const { queued } = await cards();
    assert.equal((await order(standing(HOLDER), 'damaged')).status, 204);
    assert.equal((await cards()).queued, queued + 1);
    await change(HOLDER.nik.reveal(), { kind: 'died', on: TODAY });
    await receive(5);
    const next = randomUUID();
    await start(8, next);
    const taken = (await cards()).runs[0].cards as Shown[];
    assert.ok(taken.every(({ name }) => name !== HOLDER.called));
    await account(next, Object.fromEntries(taken.map(({ id }) => [id, 'notPrinted'])));
    await post('stock/spoiled', { id: randomUUID(), card: 'ktpEl', quantity: 5, reason: 'wet' }, 'head');
    const { rows } = await world.database.pool.query('select state from card where resident = $1', [
      (await resident(HOLDER.nik.reveal())).id,
    ]);
    assert.deepEqual(rows, [{ state: 'cancelled' }]);
  });

  it('shows the card as a picture, and the person reads who looked', async () => {
    const next = randomUUID();
    await start(1, next);
    const [card] = (await cards()).runs[0].cards;
    const picture = await officers.operator.call('GET', `/api/card/cards/${card.id}/picture`);
    assert.match(String(picture.body), /^<svg /);
    await account(next, { [card.id]: 'notPrinted' });
    const { rows } = await world.database.pool.query(
      `select id from card where state in ('handedOver', 'replaced') and office = $1 limit 1`,
      [officers.operator.officer.office.id],
    );
    const gone = await officers.operator.call('GET', `/api/card/cards/${rows[0].id}/picture`);
    assert.equal(
      gone.body.code,
      'card/not-in-this-state',
      'a card of long ago shows nobody’s record of today',
    );
  });

  it('claims no more than there is, and nobody twice, when five printers start at once', async () => {
    const [blanks] = await stock();
    assert.equal(blanks, 3);
    const runs = Array.from({ length: 5 }, () => randomUUID());
    await Promise.all(runs.map((id) => start(2, id)));
    const taken = (await cards()).runs.flatMap((one: { cards: Shown[] }) => one.cards);
    assert.deepEqual([taken.length, await stock()], [3, [3, 3, 0]]);
    assert.equal(new Set(taken.map(({ name }: Shown) => name)).size, 3);
  });

  it('finds the card of whoever stands there, wherever at this office it lies, and tells another office nothing', async () => {
    const find = async (nik: string, who: Who = 'operator') =>
      (await post('cards/search', { nik }, who)).body;
    const printing = (await cards()).runs.flatMap((one: { cards: Shown[] }) => one.cards);
    const [card] = printing;
    const found = await find(card.nik);
    assert.deepEqual([found.id, found.name, found.state], [card.id, card.name, 'printing']);
    const inLine = [SITI!, standing(QUEUE.first), standing(QUEUE.third)];
    const waits = inLine.find(({ nik }) => !printing.some((one: Shown) => one.nik === nik));
    assert.equal((await find(waits!.nik)).state, 'ordered');
    for (const [nik, who] of [
      [card.nik, 'elsewhere'],
      [standing(QUEUE.sixteen).nik, 'operator'],
      ['6472030101909999', 'operator'],
    ] as const)
      assert.equal((await find(nik, who)).code, 'card/none-here');
    assert.equal((await find('123')).field, 'nik');
    const trail = await trailOf(world.database.read, found.resident, 100);
    assert.ok(trail.some(({ kind }) => kind === 'card/listed'));
  });

  it('takes a whole stack of printed cards off the shelf at once, or none of it', async () => {
    const { runs } = await cards();
    for (const one of runs as { id: string; cards: Shown[] }[]) {
      await sendRun(one.id);
      await account(one.id, Object.fromEntries(one.cards.map(({ id }) => [id, 'printed'])));
    }
    assert.equal((await cards()).waiting, 3);
    const ids = (await cards()).printed.map(({ id }: Shown) => id) as string[];
    assert.deepEqual([ids.length, await stock()], [3, [0, 0, 3]]);
    assert.equal((await spoil('wet', ...ids, randomUUID())).body.code, 'card/unknown');
    assert.deepEqual(await stock(), [0, 0, 3]);
    const { queued } = await cards();
    world.later(60_000);
    assert.equal((await spoil('wet', ...ids)).status, 204);
    assert.equal((await spoil('wet', ...ids)).body.code, 'card/not-in-this-state');
    assert.deepEqual([await stock(), (await cards()).queued], [[0, 0, 0], queued + 3]);
    const [line] = (await officers.head.call('GET', '/api/card/stock?card=ktpEl')).body.journal;
    assert.deepEqual([line.kind, line.quantity, line.note], ['spoiled', 3, 'wet']);
    assert.equal((await spoil('wet')).status, 422, 'of none');
  });

  it('cannot go below zero, whatever a program promises', async () => {
    await receive(3);
    const office = officers.operator.officer.office.id;
    for (const [column, value] of [
      ['blanks', -1],
      ['printed', -1],
      ['claimed', 4],
    ] as const)
      await assert.rejects(
        world.database.pool.query(
          `update card_stock set ${column} = $2 where office = $1 and card = 'ktpEl'`,
          [office, value],
        ),
        /violates check constraint "stock_/,
      );
    await assert.rejects(
      world.database.pool.query(
        `insert into card (id, opened_by, resident, office, state, reason, run)
         select gen_random_uuid(), opened_by, resident, office, 'ordered', 'first', null from card where state = 'ordered' limit 1`,
      ),
      /card_one_live/,
    );
  });

  const ID = randomUUID();
  const ALL: Who[] = ['operator', 'head', 'elsewhere'];
  const OPERATIONS: [method: 'GET' | 'POST', path: string, body: object | undefined, allowed: Who[]][] = [
    ['GET', 'stock?card=ktpEl', undefined, ALL],
    [
      'POST',
      'stock/deliveries',
      { id: ID, card: 'ktpEl', quantity: 1, note: 'x', on: '2030-01-01' },
      ['head', 'elsewhere'],
    ],
    [
      'POST',
      'stock/spoiled',
      { id: ID, card: 'ktpEl', quantity: 50_000, reason: 'wet' },
      ['head', 'elsewhere'],
    ],
    ['GET', 'cards', undefined, ALL],
    ['POST', 'cards/search', { nik: BUDI!.nik }, ALL],
    ['POST', 'runs', { id: ID, count: 1 }, ALL],
    ['POST', `runs/${ID}/pdf`, { again: false }, ALL],
    ['POST', `runs/${ID}/outcomes`, { cards: [{ id: ID, outcome: 'printed' }] }, ALL],
    ['GET', `cards/${ID}/picture`, undefined, ALL],
    ['POST', `cards/${ID}/hand-over`, { receiver: 'owner', signature: 'AA' }, ALL],
    ['POST', 'cards/spoiled', { cards: [ID], reason: 'wet' }, ALL],
    [
      'POST',
      'reprints',
      { id: ID, nik: BUDI!.nik, name: BUDI!.name, reason: 'lost', policeReport: null },
      ALL,
    ],
  ];
  for (const [method, path, body, allowed] of OPERATIONS)
    it(`${method} ${path.replaceAll(ID, '{id}')} serves ${allowed.join(', ')} and nobody else`, async () => {
      for (const who of Object.keys(CODES) as Who[]) {
        const answer = await officers[who].call(method, `/api/card/${path}`, body);
        assert.equal(answer.body?.code === 'office/not-permitted', !allowed.includes(who), who);
      }
      const headers = { origin: world.config.origins.desk };
      const stranger = await world.app.inject({
        method,
        url: `/api/card/${path}`,
        headers,
        ...(body && { payload: body }),
      });
      assert.equal(stranger.statusCode, 401);
    });

  it('is asked for at every address', () => {
    const served = world.app.endpoints.filter(({ path }) => path.startsWith('/api/card/'));
    assert.equal(served.length, OPERATIONS.length);
    assert.ok(served.every(({ caller }) => caller === 'officer'));
  });
});
