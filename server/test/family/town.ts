import { randomUUID } from 'node:crypto';
import type { LifeEvent } from '@jatidiri/core/family/model.ts';
import type { EventEntered, EventReply, FamilyReply } from '@jatidiri/core/family/wire.ts';
import { toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { Nik, Resident, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { findByNik } from '../../src/registry/index.ts';
import { record } from '../registry/records.ts';
import { createOfficer } from '../testOfficer.ts';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** Kelurahan Teluk Lerong Ilir and Loa Bakung in Samarinda, where the test officers serve. */
export const HOME = '64.72.03.1001' as WilayahCode;
export const ELSEWHERE = '64.72.06.1001' as WilayahCode;

export const NIKS = {
  father: '6472031703850001',
  mother: '6472035204880001',
  daughter: '6472034205150001',
  son: '6472031506230001',
  grandmother: '6472034101550001',
  single: '6472030101900001',
  bride: '6472034101950001',
  young: '6472034101090001',
  double: '6472031703850002',
} as const;
export type Who = keyof typeof NIKS;

/** As the desk enters it; tests may write it `as const`. */
type Loose<T> = T extends object ? { readonly [K in keyof T]: Loose<T[K]> } : T;
type Entered = Loose<EventEntered['event']>;
type Of<K extends LifeEvent['kind']> = Extract<Entered, { kind: K }>;

const person = (nik: string, card: number, differing: Partial<ResidentRecord>): ResidentRecord =>
  record(card * 4, {
    nik: new Personal(nik),
    domicile: HOME,
    address: new Personal(`JL. KELUARGA NO. ${card}`),
    sex: Number(nik.slice(6, 8)) > 40 ? 'female' : 'male',
    birthDate: new Personal(bornOn(nik)),
    ...differing,
  });

function bornOn(nik: string) {
  const day = Number(nik.slice(6, 8));
  const year = Number(nik.slice(10, 12));
  const written = `${year > 26 ? 19 : 20}${nik.slice(10, 12)}-${nik.slice(8, 10)}-${String(day > 40 ? day - 40 : day).padStart(2, '0')}`;
  return toIsoDate(written);
}

const child = {
  relation: 'child',
  maritalStatus: 'neverMarried',
  firstMarriedOn: null,
  recording: 'unregistered',
  recordedOn: null,
  occupation: 'PELAJAR/MAHASISWA',
} as const;
const single = { maritalStatus: 'neverMarried', firstMarriedOn: null } as const;

/** A family of five on card 1, and people alone on theirs. */
export const TOWN: readonly ResidentRecord[] = [
  person(NIKS.father, 1, { name: new Personal('AYAH CONTOH'), relation: 'head' }),
  person(NIKS.mother, 1, { name: new Personal('IBU CONTOH'), relation: 'spouse' }),
  person(NIKS.daughter, 1, { ...child, name: new Personal('ANAK CONTOH SATU') }),
  person(NIKS.son, 1, { ...child, name: new Personal('ANAK CONTOH DUA') }),
  person(NIKS.grandmother, 1, {
    name: new Personal('NENEK CONTOH'),
    relation: 'parent',
    maritalStatus: 'widowed',
    firstMarriedOn: toIsoDate('1980-01-01'),
  }),
  person(NIKS.single, 2, { ...single, name: new Personal('BUJANG CONTOH') }),
  person(NIKS.bride, 3, { ...single, name: new Personal('GADIS CONTOH') }),
  person(NIKS.young, 3, { ...child, name: new Personal('REMAJA CONTOH') }),
  person(NIKS.double, 4, { name: new Personal('AYAH CONTOH') }),
];

/** A world with that town, its officers, and short ways to what tests do at the desk. */
export async function createTown(startAt?: Date) {
  const world = await createTestWorld({ residents: TOWN, ...(startAt && { startAt }) });
  return openTown(world);
}

export async function openTown(world: TestWorld) {
  const operator = await createOfficer(world);
  const head = await createOfficer(world, 'DEMO-6472-KEPALA');
  const today = () => world.clock.now.toISOString().slice(0, 10);

  const entered = (event: Entered, evidence: EventEntered['evidence']['kind'], on: string): EventEntered => ({
    id: randomUUID(),
    on,
    evidence: { kind: evidence, number: '474/CONTOH/2026' },
    event: event as EventEntered['event'],
  });
  const send = (body: EventEntered) => operator.call('POST', '/api/family/events', body);

  return {
    world,
    operator,
    head,
    today,
    entered,
    send,
    preview: (body: EventEntered) => operator.call('POST', '/api/family/previews', body),
    /** Records an event that has to be accepted. */
    async happened(
      event: Entered,
      evidence: EventEntered['evidence']['kind'],
      on = today(),
    ): Promise<EventReply & { id: string }> {
      const body = entered(event, evidence, on);
      const answer = await send(body);
      if (answer.status !== 200) throw new Error(`${event.kind}: ${JSON.stringify(answer.body)}`);
      return { ...answer.body, id: body.id };
    },
    /** Why an event is refused; the status when it is not. */
    async refusal(event: Entered, evidence: EventEntered['evidence']['kind'], on = today()) {
      const { status, body } = await send(entered(event, evidence, on));
      return status === 200 ? 'accepted' : body.code;
    },
    correct: (event: string, evidence = 'officeMinutes') =>
      head.call('POST', `/api/family/events/${event}/correction`, {
        id: randomUUID(),
        evidence: { kind: evidence, number: 'BA-1/CONTOH' },
      }),
    previewCorrection: (event: string, evidence = 'officeMinutes') =>
      head.call('POST', `/api/family/events/${event}/correction/preview`, {
        id: randomUUID(),
        evidence: { kind: evidence, number: 'BA-1/CONTOH' },
      }),
    async lookUp(nik: string): Promise<FamilyReply> {
      return (await operator.call('POST', '/api/family/lookups', { nik })).body;
    },
    async resident(nik: string): Promise<Resident> {
      return (await findByNik(world.database.read, new Personal(nik) as Nik))!;
    },
    /** What each of them stands on the card as, by name. */
    async card(nik: string): Promise<Record<string, string>> {
      const { members } = (await operator.call('POST', '/api/family/lookups', { nik })).body as FamilyReply;
      return Object.fromEntries(members.map(({ name, relation }) => [name, relation]));
    },
    birth: (parts: Partial<Of<'birth'>> & { name: string; sex?: 'female' | 'male' }): Of<'birth'> => ({
      kind: 'birth',
      child: { name: parts.name, sex: parts.sex ?? 'female', birthPlace: 'SAMARINDA' },
      mother: parts.mother === undefined ? NIKS.mother : parts.mother,
      father: parts.father === undefined ? NIKS.father : parts.father,
      carer: parts.carer ?? null,
    }),
  };
}
export type Town = Awaited<ReturnType<typeof openTown>>;
