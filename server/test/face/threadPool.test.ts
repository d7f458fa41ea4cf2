import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { threadPool } from '../../src/face/threadPool.ts';

const script = new URL('./brittleThread.ts', import.meta.url);
const pool = threadPool<string, string>({ script, threads: 1, queue: 2, longestMs: 400 });
after(() => pool.close());

test('a thread that breaks or hangs fails its own question alone; another takes its place', async () => {
  assert.equal(await pool.ask('first'), 'first');
  const [broken, afterwards] = [pool.ask('break')!, pool.ask('second')!];
  await assert.rejects(broken, /broken/);
  assert.equal(await afterwards, 'second');
  const [hanging, next] = [pool.ask('hang')!, pool.ask('third')!];
  await assert.rejects(hanging, /too long/);
  assert.equal(await next, 'third');
});

test('the queue is bounded', async () => {
  const taken = [pool.ask('one'), pool.ask('two'), pool.ask('three')];
  assert.equal(pool.ask('four'), undefined);
  assert.deepEqual(await Promise.all(taken), ['one', 'two', 'three']);
});

test('who asks a closed pool, or waits in one, is told', async () => {
  const closing = threadPool<string, string>({ script, threads: 1, queue: 2, longestMs: 10_000 });
  const waiting = [closing.ask('hang')!, closing.ask('later')!];
  await Promise.all([closing.close(), ...waiting.map((one) => assert.rejects(one, /closed/))]);
  await assert.rejects(closing.ask('again')!, /closed/);
});
