import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createHandset } from './testHandset.ts';
import { createOfficer, type TestOfficer } from './testOfficer.ts';
import { createTestWorld, type TestWorld } from './testWorld.ts';

export interface Question {
  readonly world: TestWorld;
  readonly operator: TestOfficer;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly body: object | undefined;
}

/** The status that each kind of caller gets. A handset here holds no active identity: it speaks for nobody. */
export interface Access {
  readonly nobody: number;
  readonly handset: number;
  readonly operator: number;
}

export async function askedByAll({ world, operator, method, url, body }: Question): Promise<Access> {
  const handset = await createHandset(world);
  return {
    nobody: (await world.app.inject({ method, url, ...(body ? { payload: body } : {}) })).statusCode,
    handset: (await handset.call(method, url, body)).status,
    operator: (await operator.call(method, url, body)).status,
  };
}

/** As above; the ministry serves nobody at a desk. */
export async function askedByMinistryToo(
  question: Question,
): Promise<Access & { readonly ministry: number }> {
  const { world, method, url, body } = question;
  const ministry = await createOfficer(world, 'DEMO-64-KEMENTERIAN');
  return { ...(await askedByAll(question)), ministry: (await ministry.call(method, url, body)).status };
}

/**
 * Who gets past the door of each operation below a path; the room decides the rest. Every operation that is served there
 * has a row, `POST /api/…/{id}`, which asks about something that is not there.
 * @param bodyOf bodies of the right form and of no use: what is asked is who may ask
 */
export function describeAccess<Answers extends object>(
  below: string,
  table: Readonly<Record<string, Answers>>,
  bodyOf: (path: string) => object | undefined,
  ask: (question: Question) => Promise<Answers>,
): void {
  describe(`access below ${below}`, () => {
    let world: TestWorld;
    let operator: TestOfficer;
    before(async () => {
      world = await createTestWorld();
      operator = await createOfficer(world);
    });
    after(async () => {
      await world.close();
      assert.deepEqual(world.faults, []);
    });

    test('the table knows every operation', () => {
      const served = world.app.endpoints
        .filter(({ path }) => path.startsWith(below))
        .map(({ method, path }) => `${method} ${path}`);
      const rows = Object.keys(table).map((operation) => operation.split('?')[0]);
      assert.deepEqual(served.sort(), rows.sort());
    });

    for (const [operation, expected] of Object.entries(table))
      test(operation.split('?')[0]!, async () => {
        const [method, path] = operation.split(' ') as [Question['method'], string];
        const url = path.replace('{digest}', digestOfNothing).replaceAll(/\{\w+\}/g, () => randomUUID());
        const body = method === 'GET' ? undefined : bodyOf(path);
        assert.deepEqual(await ask({ world, operator, method, url, body }), expected);
      });
  });
}

const digestOfNothing = createHash('sha256').digest('base64url');
