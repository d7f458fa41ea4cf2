import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import type { ActivationId, DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { addDays, type IsoDate, toIsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentChange, ResidentId, ResidentRecord } from '@jatidiri/core/registry/model.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { wilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import { advance } from '../../src/activation/advance.ts';
import { takeEarlierActivations } from '../../src/activation/index.ts';
import { findClaiming, insertActivation } from '../../src/activation/store.ts';
import { sequenceAll } from '../../src/ledger/index.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { uuidV7Source } from '../../src/platform/ids.ts';
import { changeResident, findById, findByNik, takeBatch } from '../../src/registry/index.ts';
import { record } from '../registry/records.ts';

export const ELECTIONS = [toIsoDate('2024-11-27'), toIsoDate('2026-12-09')] as const;
export const PROVINCE = '64' as WilayahCode;
export const HOMES = [
  '64.01.04.2001',
  '64.09.01.1001',
  '64.71.01.1003',
  '64.71.06.1001',
  '64.72.03.1001',
].map((code) => code as WilayahCode);
const NAMES: Record<string, string> = {
  '64': 'Kalimantan Timur',
  '64.01': 'Kabupaten Paser',
  '64.09': 'Kabupaten Penajam Paser Utara',
  '64.71': 'Kota Balikpapan',
  '64.72': 'Kota Samarinda',
};
export const wilayah = wilayahTree([
  ...Object.entries(NAMES).map(([code, name]) =>
    region(code, name, code.length === 2 ? 'provinsi' : 'kabupatenKota'),
  ),
  ...HOMES.map((code) => region(code, `Kelurahan ${code}`, 'kelurahanDesa')),
]);

function region(code: string, name: string, level: 'provinsi' | 'kabupatenKota' | 'kelurahanDesa') {
  return { code: code as WilayahCode, name, level, validFrom: null, validUntil: null };
}

const OFFICER = { kind: 'officer', officer: 'p-1', office: 'kantor-1' } as const;

/** A few residents on a real database, a clock that the test moves, and what can happen to them. */
export function foundTown(database: Database) {
  let clock = Date.parse('2026-03-02T01:00:00Z');
  const now = () => new Date(clock);
  const newId = uuidV7Source(now);
  const deps = { database, now, newId, wilayah };
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  let batch = 0;

  const idOf = async (serial: number): Promise<ResidentId | undefined> =>
    (await findByNik(database.read, record(serial).nik))?.id;

  return {
    ...deps,
    province: PROVINCE,
    targetPercent: 30,
    elections: ELECTIONS,
    holidays: [],

    passDays(days: number): void {
      clock += days * 86_400_000;
    },
    today: (): IsoDate => addDays('1970-01-01' as IsoDate, Math.floor((clock + 8 * 3_600_000) / 86_400_000)),

    async import(rows: ResidentRecord[]): Promise<void> {
      const digest = createHash('sha256').update(String(++batch)).digest('hex');
      await database.write((sql) => takeBatch(deps, sql, rows, { task: 'test', digest, batch }));
    },
    /** Refused changes change nothing, and that is part of the history too. */
    async change(serial: number, change: ResidentChange): Promise<void> {
      const id = await idOf(serial);
      if (id) await changeResident(deps, { id, change, actor: OFFICER, reason: 'residentRequest' });
    },
    /** The application is made where the resident lives now; days later the officer confirms it at the desk. */
    async apply(serial: number): Promise<() => Promise<void>> {
      const resident = await idOf(serial);
      if (!resident) return async () => {};
      const { domicile } = (await findById(database.read, resident))!;
      const activation = {
        state: 'awaitingOfficer',
        id: newId() as ActivationId,
        resident,
        device: {
          thumbprint: randomUUID() as string as DeviceThumbprint,
          jwk: { kty: 'EC', crv: 'P-256', x: '', y: '' },
        },
        email: null,
        sharedBy: null,
        helper: null,
        phone: new Personal<string, 'phone'>('+620000000000'),
        domicile,
        startedAt: now(),
        expiresAt: new Date(8.64e15),
        selfie: 'digest-of-a-synthetic-selfie',
      } as const;
      await database.write((sql) => insertActivation(sql, activation));
      return () =>
        database.write(async (sql) => {
          if (await findClaiming(sql, resident)) return;
          await advance(
            deps,
            sql,
            activation,
            { kind: 'confirmOnDesk', officer: 'p-1', office: 'kantor-1', session: null },
            OFFICER,
          );
        });
    },
    async takeOver(serials: number[]): Promise<void> {
      const known = await Promise.all(serials.map(idOf));
      const residents = known.filter((id) => id !== undefined);
      const domicile = HOMES[0]!; // as an old list may have it
      const earlier = residents.map((resident) => ({
        resident,
        domicile,
        office: 'kantor-1',
        activatedAt: now(),
      }));
      await database.write((sql) => takeEarlierActivations(deps, sql, earlier, 'test'));
    },
    async release(serial: number): Promise<void> {
      const resident = await idOf(serial);
      if (!resident) return;
      await database.write(async (sql) => {
        const activation = await findClaiming(sql, resident);
        if (activation?.state !== 'active') return;
        await advance(deps, sql, activation, { kind: 'end', reason: 'released' }, OFFICER);
      });
    },
    chain: (): Promise<void> =>
      sequenceAll({
        database,
        now,
        anchor: () => {},
        signHead: (data) => new Uint8Array(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
      }),
  };
}

export type Town = ReturnType<typeof foundTown>;
