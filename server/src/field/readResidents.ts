import { RESIDENTS_A_PAGE } from '@jatidiri/core/field/model.ts';
import type { FieldRefusalCode } from '@jatidiri/core/field/refusals.ts';
import type { KitResident, ResidentsReply } from '@jatidiri/core/field/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { isRecorded, type ResidentId } from '@jatidiri/core/registry/model.ts';
import sharp from 'sharp';
import { identitiesOf } from '../activation/index.ts';
import { appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { type CarriedRecord, carriedRecords } from '../registry/index.ts';
import { carriedPage, countCarried, markRead } from './carriedStore.ts';
import type { FieldDeps } from './deps.ts';
import { findKit } from './kitStore.ts';
import { usableBy } from './prepareKit.ts';

type ReadDeps = Pick<FieldDeps, 'database' | 'now' | 'newId' | 'recordedPhotograph'>;

/** What of a record is carried; the resident reads these words in the own trail. */
const CARRIED = ['birthDate', 'name', 'nik', 'recording', 'sex'];
/** Large enough to compare a face with, on a desk's screen. */
const PHOTO = { width: 160, height: 200, quality: 45 } as const;

/**
 * A page of the people whom a kit expects. Each of them reads in the own trail that a kit got the record, with which
 * session; a page that is asked for again after a line broke is the same reading.
 */
export async function readResidents(
  deps: ReadDeps,
  officer: Officer,
  id: string,
  after: string | null,
): Promise<Result<ResidentsReply, Refusal<FieldRefusalCode>>> {
  const kit = await findKit(deps.database.read, id);
  const usable = kit ? usableBy(kit, officer) : refuse({ code: 'field/kit-unknown' } as const);
  if (!usable.ok) return usable;
  const { id: kitId, session } = usable.value;

  const { records, active, next, total } = await deps.database.write(async (sql) => {
    const page = await carriedPage(sql, kitId, after, RESIDENTS_A_PAGE);
    const ids = page.map(({ resident }) => resident);
    const firstTime = page.filter(({ readAt }) => readAt === null).map(({ resident }) => resident);
    appendMany(
      deps,
      sql,
      firstTime.map((subject) => ({
        kind: 'field/carried',
        subject,
        actor: officerActor(officer),
        details: { purpose: 'outreach-kit', kit: kitId, session, elements: CARRIED },
      })),
    );
    await markRead(sql, kitId, firstTime, deps.now());
    return {
      records: await carriedRecords(sql, ids),
      active: await identitiesOf(sql, ids),
      next: page.length === RESIDENTS_A_PAGE ? page.at(-1)!.resident : null,
      total: await countCarried(sql, kitId),
    };
  });
  const withIdentity = new Set(active.map(({ resident }) => resident));
  const residents: KitResident[] = [];
  for (const record of records) residents.push(await shown(deps, record, withIdentity));
  return ok({ residents, next, total });
}

async function shown(
  { recordedPhotograph, database }: ReadDeps,
  { resident, version }: CarriedRecord,
  withIdentity: ReadonlySet<ResidentId>,
): Promise<KitResident> {
  const photograph = await recordedPhotograph(database.read, resident.id);
  return {
    nik: resident.nik.reveal(),
    name: resident.name.reveal(),
    birthDate: resident.birthDate.reveal(),
    sex: resident.sex,
    recorded: isRecorded(resident.recording),
    active: withIdentity.has(resident.id),
    version,
    photo: photograph && toBase64url(await small(photograph)),
  };
}

const small = (photograph: Uint8Array): Promise<Uint8Array> =>
  sharp(photograph)
    .resize(PHOTO.width, PHOTO.height, { fit: 'cover', position: 'attention' })
    .webp({ quality: PHOTO.quality })
    .toBuffer();
