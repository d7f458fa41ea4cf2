import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import {
  type Elections,
  firstTimeVoters,
  recordableFrom,
  recordableUntil,
} from '@jatidiri/core/recording/firstTimeVoters.ts';
import type { VoterGroup, VoterList, VotersReply } from '@jatidiri/core/recording/voterWire.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { contains, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import { csvTable } from '../platform/csvTable.ts';
import type { Sql } from '../platform/db/database.ts';
import { unrecordedByVillage, unrecordedVoters } from '../registry/index.ts';
import type { Recorded, RecordingDeps } from './deps.ts';
import { noteListed } from './noteListed.ts';
import { pupilsOf, schoolsOf } from './schoolStore.ts';

export interface VoterDeps extends Pick<RecordingDeps, 'database' | 'wilayah' | 'now' | 'newId'> {
  readonly elections: Elections;
}

const MOST = 2_000;
const MOST_PUPILS = 50_000;

/** How many of the office's region come of age by the next election and are not recorded. */
export async function countVoters(deps: VoterDeps, officer: Officer): Promise<VotersReply> {
  const until = recordableUntil(dayInKaltim(deps.now()));
  const ages = { ...firstTimeVoters(deps.elections), recordableUntil: until };
  return deps.database.snapshot(async (sql) => {
    const villages = await unrecordedByVillage(sql, officer.office.wilayah, ages);
    return {
      election: deps.elections[1],
      villages: villages.map((village) => {
        const { kelurahanDesa: name, kecamatan } = placeNames(deps.wilayah, village.wilayah);
        return { ...village, name, kecamatan };
      }),
      schools: await countBySchool(deps, sql, officer),
    };
  });
}

async function countBySchool(deps: VoterDeps, sql: Sql, officer: Officer): Promise<VotersReply['schools']> {
  const pupils = await pupilsOf(sql, officer.office.id, null);
  const among = pupils.map(({ resident }) => resident);
  const waiting = await votersOf(deps, sql, officer, { among }, MOST_PUPILS);
  const today = dayInKaltim(deps.now());
  const fromOf = new Map(waiting.map((person) => [person.id, mayFrom(person)]));
  const schools = new Map<string, { npsn: string; name: string; now: number; later: number }>();
  for (const { resident, npsn, school: name } of pupils) {
    const school = schools.get(npsn) ?? { npsn, name, now: 0, later: 0 };
    schools.set(npsn, school);
    const from = fromOf.get(resident);
    if (from !== undefined) school[from <= today ? 'now' : 'later'] += 1;
  }
  return [...schools.values()].toSorted((one, other) => other.now - one.now);
}

/** Who they are, of one village or one school; whoever is listed will read that. */
export async function listVoters(
  deps: VoterDeps,
  officer: Officer,
  group: VoterGroup,
): Promise<Recorded<VoterList>> {
  if (group.by === 'village' && !contains(officer.office.wilayah, group.of as WilayahCode))
    return refuse({ code: 'recording/outside-area' });
  return deps.database.write(async (sql) => {
    const where =
      group.by === 'village'
        ? { region: group.of as WilayahCode }
        : { among: (await pupilsOf(sql, officer.office.id, group.of)).map(({ resident }) => resident) };
    const people = await votersOf(deps, sql, officer, where, MOST);
    const ids = people.map(({ id }) => id);
    const schools = new Map((await schoolsOf(sql, ids)).map(({ resident, school }) => [resident, school]));
    noteListed(deps, sql, officer, ids);
    return ok({
      people: people.map((person) => ({
        name: person.name.reveal(),
        sex: person.sex,
        birthDate: person.birthDate.reveal(),
        address: person.address.reveal(),
        kelurahanDesa: deps.wilayah.find(person.domicile)?.name ?? person.domicile,
        school: schools.get(person.id) ?? null,
        from: mayFrom(person),
      })),
    });
  });
}

/** The same as CSV, in which no spreadsheet runs what stands in a name. */
export async function exportVoters(
  deps: VoterDeps,
  officer: Officer,
  group: VoterGroup,
): Promise<Recorded<string>> {
  const list = await listVoters(deps, officer, group);
  if (!list.ok) return list;
  const heads = [
    'nama',
    'jenis_kelamin',
    'tanggal_lahir',
    'alamat',
    'kelurahan_desa',
    'sekolah',
    'rekam_mulai',
  ];
  const rows = list.value.people.map(({ name, sex, birthDate, address, kelurahanDesa, school, from }) => [
    name,
    sex === 'female' ? 'P' : 'L',
    birthDate,
    address,
    kelurahanDesa,
    school,
    from,
  ]);
  return ok(csvTable(heads, rows));
}

/** Those for whom the office answers: a pupil may have moved since the list came. */
async function votersOf(
  { elections }: VoterDeps,
  sql: Sql,
  { office }: Officer,
  where: Parameters<typeof unrecordedVoters>[1],
  most: number,
): Promise<Resident[]> {
  const found = await unrecordedVoters(sql, where, firstTimeVoters(elections), most);
  return found.filter(({ domicile }) => contains(office.wilayah, domicile));
}

const mayFrom = ({ maritalStatus, birthDate, validFrom }: Resident) =>
  maritalStatus === 'neverMarried' ? recordableFrom(birthDate.reveal()) : validFrom;
