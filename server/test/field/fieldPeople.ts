import { randomBytes, randomUUID } from 'node:crypto';
import type { ActivationId, DecisionReason } from '@jatidiri/core/activation/model.ts';
import { drawFieldApplication, fieldApplicationIn } from '@jatidiri/core/field/fieldApplication.ts';
import type { KitAct } from '@jatidiri/core/field/model.ts';
import { type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { demoResidents } from '../../../seed/demoResidents.ts';
import type { TestHandset } from '../testHandset.ts';
import type { TestKit } from './testKit.ts';

export interface Villager {
  readonly nik: string;
  readonly name: string;
}

/** Serial numbers of one day; those from 9900 on belong to others. */
const A_DAY = 5_000;

/** Synthetic people of one kelurahan, each free to activate: the i-th is the same in every test. */
export function villagers(count: number): { people: Villager[]; records: ResidentRecord[] } {
  const [siti] = demoResidents(toIsoDate('2026-11-22'));
  const people = Array.from({ length: count }, (_, i) => ({
    nik: `647203${String(1 + Math.floor(i / A_DAY)).padStart(2, '0')}0190${String(1 + (i % A_DAY)).padStart(4, '0')}`,
    name: `WARGA CONTOH ${letters(i)}`,
  }));
  const records = people.map(({ nik, name }) => ({
    ...siti!,
    nik: new Personal<string, 'nik'>(nik),
    noKk: new Personal<string, 'noKk'>(`6472031506${nik.slice(6, 8)}${nik.slice(12)}`),
    name: new Personal<string, 'name'>(name),
    sex: 'male' as const,
    birthDate: new Personal<IsoDate, 'birthDate'>(toIsoDate('1990-01-01')),
  }));
  return { people, records };
}

/** A name has letters only. */
const letters = (i: number): string => [...String(i)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');

/** The compact JWS that a telephone hands over. */
export async function applicationBy(
  handset: Pick<TestHandset, 'sign' | 'jwk'>,
  { nik, name }: Villager,
  at: Date,
  id: string = randomUUID(),
): Promise<string> {
  const text = await drawFieldApplication(handset.sign, {
    id: id as ActivationId,
    online: null,
    nik: new Personal(nik),
    name: new Personal(name),
    email: null,
    phone: null,
    device: { jwk: handset.jwk },
    at,
  });
  const compact = fieldApplicationIn(text);
  if (!compact.ok) throw new Error(compact.refusal.code);
  return compact.value;
}

/** A photograph unlike any other, as a kit takes one. */
export async function takePicture(): Promise<Buffer> {
  const noise = await sharp(randomBytes(24 * 32 * 3), { raw: { width: 24, height: 32, channels: 3 } })
    .resize(240, 320)
    .jpeg({ quality: 60 })
    .toBuffer();
  return noise;
}

type Decision = Extract<KitAct, { kind: 'decision' }>;

/** The officer confirms: with a photograph, a place for the card, and no record carried. */
export async function confirmation(
  kit: Pick<TestKit, 'keepPhoto' | 'nextCard'>,
  application: string,
  changes: Partial<Decision> = {},
): Promise<Decision> {
  const photo = changes.photo ?? kit.keepPhoto(await takePicture());
  const decision = { kind: 'confirmOnDesk' } as const;
  return { kind: 'decision', application, photo, record: null, decision, card: kit.nextCard(), ...changes };
}

export const refusal = (application: string, reason: DecisionReason): Decision => ({
  kind: 'decision',
  application,
  photo: null,
  record: null,
  decision: { kind: 'refuse', reason },
  card: null,
});
