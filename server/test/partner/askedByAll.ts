import { randomUUID } from 'node:crypto';
import { createHandset } from '../testHandset.ts';
import type { TestOfficer } from '../testOfficer.ts';
import type { TestWorld } from '../testWorld.ts';
import { testPartner } from './testPartner.ts';

/** The status that each kind of caller gets. A handset here holds no active identity: it speaks for nobody. */
export type Access = Record<'nobody' | 'handset' | 'operator' | 'otherScope' | 'partner', number>;

/** What a partner's endpoint answers to others: one without the scope is told so, everybody else has no token. */
export const forPartners = (partner: number): Access => ({
  nobody: 401,
  handset: 401,
  operator: 401,
  otherScope: 403,
  partner,
});

/** `POST /api/…/{id}` asked by everybody; `otherScopes` is what a token holds that must not suffice. */
export async function askedByAll(
  world: TestWorld,
  officer: TestOfficer,
  operation: string,
  { body, otherScopes }: { body: object | undefined; otherScopes: string },
): Promise<Access> {
  const [method, path] = operation.split(' ') as ['GET' | 'POST', string];
  const url = path.replace('{id}', randomUUID());
  const handset = await createHandset(world);
  const partner = await testPartner(world);
  const otherScope = await testPartner(world, 'clinic-production', otherScopes);
  return {
    nobody: (await world.app.inject({ method, url, ...(body ? { payload: body } : {}) })).statusCode,
    handset: (await handset.call(method, url, body)).status,
    operator: (await officer.call(method, url, body)).status,
    otherScope: (await otherScope.call(method, url, body)).status,
    partner: (await partner.call(method, url, body)).status,
  };
}
