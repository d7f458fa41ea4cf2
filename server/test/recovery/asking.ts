import { randomUUID } from 'node:crypto';
import type { TestHandset } from '../testHandset.ts';
import type { TestWorld } from '../testWorld.ts';
import { person } from './people.ts';

/** A handset asks for the identity of the nth person, by NIK and name. */
export async function askFor(handset: TestHandset, nth: number, id: string = randomUUID()) {
  const begun = await handset.call('POST', '/api/recovery/requests', { id, ...person(nth) });
  const step = (path: string, body?: object | Buffer, type?: string) =>
    handset.call(type ? 'PUT' : 'POST', `/api/recovery/requests/${id}/${path}`, body, type);
  return { id, begun, step, read: () => handset.call('GET', `/api/recovery/requests/${id}`) };
}

/** The code that the newest text message carries. */
export async function codeSent(world: TestWorld): Promise<string> {
  world.texts.length = 0;
  await world.runJobs();
  const code = world.texts.map(({ text }) => /\b(\d{6})\b/.exec(text)?.[1]).findLast(Boolean);
  if (!code) throw new Error('no code was sent');
  return code;
}
