import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createTown, NIKS, type Town } from '../family/town.ts';
import { syntheticSelfie } from '../testHandset.ts';
import { createOfficer, type TestOfficer } from '../testOfficer.ts';

describe('a KIA as a piece of plastic', { concurrency: false }, () => {
  let town: Town;
  /** Of another office. */
  let other: TestOfficer;
  before(async () => {
    town = await createTown();
    const photograph = (await syntheticSelfie()).toString('base64url');
    for (const body of [
      { nik: NIKS.son, photograph: null },
      { nik: NIKS.daughter, photograph },
    ])
      assert.equal((await town.operator.call('POST', '/api/kia/cards', body)).status, 200);
  });
  after(async () => {
    assert.deepEqual(town.world.faults, []);
    await town.world.close();
  });

  const post = (path: string, body: object) => town.operator.call('POST', path, body);
  const draw = (nik: string, id: string = randomUUID()) =>
    town.world.app.inject({
      method: 'POST',
      url: '/api/kia/cards/drawing',
      headers: { origin: town.world.config.origins.desk, cookie: town.operator.desk.cookie },
      payload: { id, nik },
    });
  const step = (id: string, to: string, reason?: string) =>
    post(`/api/kia/cards/${id}/steps`, { to, ...(reason && { reason }) });
  const listed = async () => {
    const { cards } = (await town.operator.call('GET', '/api/kia/cards')).body;
    return cards.map(({ name, state }: { name: string; state: string }) => [name, state]);
  };
  const stock = async (card = 'kia') => {
    const reply = (await town.operator.call('GET', `/api/card/stock?card=${card}`)).body;
    return [reply.blanks, reply.claimed, reply.printed];
  };
  const receive = (quantity: number, card = 'kia') =>
    town.head.call('POST', '/api/card/stock/deliveries', {
      id: randomUUID(),
      card,
      quantity,
      note: 'SJ-KIA-1',
      on: town.today(),
    });
  const code = ({ body }: { body: { code?: string } }) => body?.code;

  it('needs a blank of its own kind', async () => {
    await receive(5, 'ktpEl');
    assert.equal((await draw(NIKS.son)).json().code, 'card/not-in-stock');
    await receive(3);
    assert.deepEqual(
      [await stock(), await stock('ktpEl')],
      [
        [3, 0, 0],
        [5, 0, 0],
      ],
    );
    assert.equal((await draw(NIKS.mother)).json().code, 'kia/no-card');
  });

  it('is one, however many desks send it at once', async () => {
    const drawn = await Promise.all(Array.from({ length: 6 }, () => draw(NIKS.son)));
    assert.deepEqual(drawn.map(({ statusCode }) => statusCode).sort(), [200, 409, 409, 409, 409, 409]);
    assert.deepEqual(await stock(), [3, 1, 0]);
    const [card] = (await town.operator.call('GET', '/api/kia/cards')).body.cards;
    assert.equal((await step(card.id, 'notPrinted')).status, 204);
    assert.deepEqual(await stock(), [3, 0, 0]);
  });

  it('lies in the printer until somebody says what became of it, and takes one blank however often it is sent', async () => {
    const id = randomUUID();
    for (const drawn of [await draw(NIKS.daughter, id), await draw(NIKS.daughter, id)]) {
      assert.equal(drawn.headers['content-type'], 'application/pdf');
      assert.ok(drawn.rawPayload.subarray(0, 5).equals(Buffer.from('%PDF-')));
    }
    assert.equal((await draw(NIKS.daughter)).json().code, 'kia/card-under-way');
    assert.equal((await draw(NIKS.son, id)).json().code, 'kia/card-unknown', 'the card is another child’s');
    assert.deepEqual(await stock(), [3, 1, 0]);
    assert.deepEqual(await listed(), [['ANAK CONTOH SATU', 'printing']]);
    assert.equal(code(await step(id, 'handedOver')), 'kia/card-moved-on', 'nobody has seen it yet');

    assert.equal((await step(id, 'notPrinted')).status, 204);
    assert.deepEqual(await stock(), [3, 0, 0]);
    assert.equal((await draw(NIKS.daughter, id)).json().code, 'kia/card-moved-on');
    const again = randomUUID();
    assert.equal((await draw(NIKS.daughter, again)).statusCode, 200);
    assert.equal((await step(again, 'spoiled', 'printerFault')).status, 204);
    assert.deepEqual(await stock(), [2, 0, 0]);
  });

  it('is handed over once, and counted at each step', async () => {
    const id = randomUUID();
    await draw(NIKS.daughter, id);
    for (const to of ['printed', 'printed', 'handedOver', 'handedOver'])
      assert.equal((await step(id, to)).status, 204, to);
    assert.deepEqual(await stock(), [1, 0, 0]);
    assert.deepEqual(await listed(), []);
    const { journal } = (await town.head.call('GET', '/api/card/stock?card=kia')).body;
    const lines = journal.map(({ kind, note }: { kind: string; note: string }) => `${kind} ${note}`);
    assert.deepEqual(lines.toSorted(), [
      'handedOver ',
      'printed ',
      `received SJ-KIA-1, ${town.today()}`,
      'spoiled printerFault',
    ]);
    assert.deepEqual(await stock('ktpEl'), [5, 0, 0], 'the other cupboard is as it was');
  });

  it('is not handed over when the child’s name has changed since', async () => {
    const id = randomUUID();
    await draw(NIKS.son, id);
    await step(id, 'printed');
    await town.happened({ kind: 'nameChange', person: NIKS.son, name: 'ANAK CONTOH BARU' }, 'courtRuling');
    assert.equal(code(await step(id, 'handedOver')), 'kia/card-data-changed');
    assert.equal((await step(id, 'spoiled', 'outOfDate')).status, 204);
    assert.deepEqual(await stock(), [0, 0, 0]);
    assert.equal((await draw(NIKS.son)).json().code, 'card/not-in-stock');
  });

  it('is another office’s business nowhere else', async () => {
    await receive(1);
    const id = randomUUID();
    await draw(NIKS.son, id);
    other = await createOfficer(town.world, 'DEMO-6471-KEPALA');
    assert.equal(
      code(await other.call('POST', `/api/kia/cards/${id}/steps`, { to: 'printed' })),
      'kia/card-unknown',
    );
    assert.deepEqual((await other.call('GET', '/api/kia/cards')).body.cards, []);
  });

  it('is listed in the printer before those that wait, of which nobody knows how many there will be', async () => {
    await receive(2);
    const name = 'ANAK CONTOH BARU';
    assert.deepEqual(await listed(), [[name, 'printing']]);
    const [{ id }] = (await town.operator.call('GET', '/api/kia/cards')).body.cards;
    await step(id, 'printed');
    assert.equal((await draw(NIKS.daughter, 'ffffffff-ffff-4fff-bfff-ffffffffffff')).statusCode, 200);
    assert.deepEqual(await listed(), [
      ['ANAK CONTOH SATU', 'printing'],
      [name, 'printed'],
    ]);
  });

  it('is found by the child’s NIK where it lies, and nowhere else', async () => {
    const find = async (nik: string, by = town.operator) => {
      const { body } = await by.call('POST', '/api/kia/cards/search', { nik });
      return body.code ?? `${body.name} ${body.state}`;
    };
    assert.equal(await find(NIKS.daughter), 'ANAK CONTOH SATU printing');
    assert.equal(await find(NIKS.son), 'ANAK CONTOH BARU printed');
    for (const [nik, by] of [
      [NIKS.son, other],
      [NIKS.mother, town.operator],
      ['6472034101900001', town.operator],
    ] as const)
      assert.equal(await find(nik, by), 'kia/card-unknown');
  });
});
