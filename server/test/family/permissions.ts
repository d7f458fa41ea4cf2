import assert from 'node:assert/strict';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld } from '../testWorld.ts';
import { openTown, TOWN, type Town } from './town.ts';

const CODES = {
  operator: 'DEMO-6472-PETUGAS',
  head: 'DEMO-6472-KEPALA',
  elsewhere: 'DEMO-6471-KEPALA',
  ministry: 'DEMO-64-KEMENTERIAN',
} as const;
export type Who = keyof typeof CODES;

/** An operation at the desk, and who is served. */
export type Operation = readonly [
  method: 'GET' | 'POST',
  url: string,
  body: object | undefined,
  allowed: readonly Who[],
];

/** Every office serves its own region alone; officers of two offices and of the ministry are there. */
export async function openOffices() {
  const config = { serviceArea: 'ownRegion' } as const;
  const town = await openTown(await createTestWorld({ residents: TOWN, config }));
  const others = ['elsewhere', 'ministry'] as const;
  const [elsewhere, ministry] = await Promise.all(others.map((who) => createOfficer(town.world, CODES[who])));
  return {
    town,
    officers: { operator: town.operator, head: town.head, elsewhere: elsewhere!, ministry: ministry! },
  };
}
export type Offices = Awaited<ReturnType<typeof openOffices>>;

/** Each role by itself, and somebody who is not signed in. */
export async function assertServes({ town, officers }: Offices, operation: Operation): Promise<void> {
  const [method, url, body, allowed] = operation;
  for (const who of Object.keys(CODES) as Who[]) {
    const refused = (await officers[who].call(method, url, body)).body?.code === 'office/not-permitted';
    assert.equal(refused, !allowed.includes(who), who);
  }
  const headers = { origin: town.world.config.origins.desk };
  const stranger = await town.world.app.inject({ method, url, headers, ...(body && { payload: body }) });
  assert.equal(stranger.statusCode, 401);
}

export const nameOf = ([method, url, , allowed]: Operation): string =>
  `${method} ${url.replace(/[0-9a-f-]{36}/, '{id}')} serves ${allowed.join(', ')} and nobody else`;

/** How many addresses of a room ask for an officer. */
export const ofOfficers = ({ world }: Town, room: string): number =>
  world.app.endpoints.filter(({ path, caller }) => path.startsWith(room) && caller === 'officer').length;
