import assert from 'node:assert/strict';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import pg from 'pg';
import { newDeviceKey } from '../../office/testOffice.ts';
import { createHandset, type TestHandset } from '../../testHandset.ts';
import { createOfficer, type TestOfficer } from '../../testOfficer.ts';
import { createTestWorld } from '../../testWorld.ts';
import { takePicture, type Villager, villagers } from '../fieldPeople.ts';
import { announceSession, createKit, type TestKit } from '../testKit.ts';
import { type Decision, emptyVillage } from './model.ts';

export interface VillageKit {
  readonly kit: TestKit;
  readonly signer: TestOfficer;
  /** What it wrote, in the order of the numbers, and the signed entries by their digests: forks among them. */
  readonly decisions: Decision[];
  readonly signed: Map<string, string>;
}

export interface Phone {
  readonly handset: TestHandset;
  readonly name: string;
}

/** A field application that some telephone shows: any kit may decide it, also two. */
export interface HandedOver {
  readonly id: string;
  readonly compact: string;
  readonly person: Villager;
  readonly phone: Phone;
}

export type Village = Awaited<ReturnType<typeof openVillage>>;

const PEOPLE = 60;
const PHONES = 45;
const PICTURES = 40;
const KITS = 4;
/** So many entries, and the kit comes home for good. */
export const FULL_KIT = 60;

/** People, telephones, officers and kits before a real server, and the model of them. The same seed is the same village. */
export async function openVillage(seed: number) {
  const chance = randomNumbers(seed);
  const { people, records } = villagers(PEOPLE);
  const world = await createTestWorld({
    residents: records,
    config: { triesPerNik: 1000, triesPerAddress: 1_000_000, identitiesPerHandset: 1 },
  });
  const operator = await createOfficer(world);
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const invitation = { name: 'Petugas Baru (contoh)', role: 'operator' };
  const invited = await head.call('POST', '/api/office/officers', invitation);
  const newcomer = await createOfficer(world, invited.body.code);
  const session = await announceSession(head);
  const killer = new pg.Client({ connectionString: world.databaseUrl });
  await killer.connect();
  await killer.query(FAILING_COMMITS);

  async function newPhone(): Promise<Phone> {
    const handset = await createHandset(world);
    return { handset, name: await thumbprint(world.suite, handset.jwk) };
  }

  const village = {
    world,
    operator,
    head,
    newcomer,
    killer,
    people,
    phones: await Promise.all(Array.from({ length: PHONES }, newPhone)),
    pictures: await Promise.all(Array.from({ length: PICTURES }, takePicture)),
    kits: [] as VillageKit[],
    handedOver: [] as HandedOver[],
    newcomerIsActive: true,
    model: emptyVillage(),
    /** How often what was done, and what came of it. */
    counts: new Map<string, number>(),
    count(what: string) {
      village.counts.set(what, (village.counts.get(what) ?? 0) + 1);
    },
    chance,
    below: (most: number) => Math.floor(chance() * most),
    pick: <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!,
    async newKit(): Promise<VillageKit> {
      const signer = village.newcomerIsActive && chance() < 0.3 ? newcomer : operator;
      // Whoever was off duty comes back with a new key of the desk.
      if (signer === newcomer) {
        newcomer.desk.deviceKey = newDeviceKey();
        await newcomer.signIn();
      }
      const kit = await createKit(world, signer, session, { cards: FULL_KIT });
      return { kit, signer, decisions: [], signed: new Map() };
    },
    async close() {
      await killer.end();
      assert.deepEqual(world.faults, []);
      await world.close();
    },
  };
  for (let i = 0; i < KITS; i++) village.kits.push(await village.newKit());
  return village;
}

/**
 * Lets the commit of every second transaction that settles an entry fail, as if the server had been shut down there, while
 * `failing_commits.rate` is above zero.
 */
const FAILING_COMMITS = `
  create table failing_commits (rate real not null);
  insert into failing_commits values (0);
  create function fail_commit() returns trigger language plpgsql as $$
  begin
    if random() < (select rate from failing_commits) then
      raise exception 'cut off at its commit' using errcode = 'admin_shutdown';
    end if;
    return null;
  end $$;
  create constraint trigger fail_commit after insert on ledger_pending deferrable initially deferred
    for each row when (new.kind like 'field/entry%') execute function fail_commit();
`;

/** Mulberry32: enough to choose steps by. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
