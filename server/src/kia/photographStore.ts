import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';
import { FIRST_UUID, type SealedRows } from '../platform/keys/sealStore.ts';

const PUT = statement(
  'kia.putPhotograph',
  `insert into kia_photograph (child, sealed, taken_at) values ($1, $2, $3)
   on conflict (child) do update set sealed = excluded.sealed, taken_at = excluded.taken_at`,
);
const FIND = statement('kia.photograph', 'select sealed from kia_photograph where child = $1');
const FORGET = statement(
  'kia.forgetPhotographs',
  `delete from kia_photograph using resident
   where resident.id = child and (kia_until is null or kia_until <= $1) returning child`,
);

export function putPhotograph(sql: Sql, child: ResidentId, sealed: Buffer, at: Date): void {
  sql.run(PUT, [child, sealed, at]);
}

export async function findPhotograph(sql: Sql, child: ResidentId): Promise<Buffer | undefined> {
  const [row] = await sql.query<{ sealed: Buffer }>(FIND, [child]);
  return row?.sealed;
}

/** Forgets the photographs of those whose KIA has ended; answers how many. */
export async function forgetEnded(sql: Sql, today: IsoDate): Promise<number> {
  return (await sql.query<{ child: string }>(FORGET, [today])).length;
}

export const KIA_PHOTOGRAPH_KEY = 'kia-photographs';

/** Where photographs of children lie sealed. */
export const SEALED_KIA_PHOTOGRAPHS: SealedRows = {
  key: KIA_PHOTOGRAPH_KEY,
  table: 'kia_photograph',
  name: [{ column: 'child', first: FIRST_UUID }],
  where: 'true',
  context: (child) => child,
};
