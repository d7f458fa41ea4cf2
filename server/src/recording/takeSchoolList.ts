import { fromUtf8 } from '@jatidiri/core/kit/bytes.ts';
import { ok, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { readSchoolList } from '@jatidiri/core/recording/schoolList.ts';
import type { SchoolListReply } from '@jatidiri/core/recording/voterWire.ts';
import { contains } from '@jatidiri/core/wilayah/model.ts';
import { append, appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { findByNiks } from '../registry/index.ts';
import type { Recorded, RecordingDeps } from './deps.ts';
import { putPupils, type SchoolPupil } from './schoolStore.ts';

/** Takes a school's list: who goes there. Whoever lives elsewhere or is not known is named by line, never by number. */
export async function takeSchoolList(
  deps: Pick<RecordingDeps, 'database' | 'now' | 'newId'>,
  officer: Officer,
  file: Uint8Array,
): Promise<Recorded<SchoolListReply>> {
  const text = readText(file);
  if (text === undefined) return refuse({ code: 'recording/school-list-heading' });
  const list = readSchoolList(text);
  if (!list.ok) return list;
  return deps.database.write(async (sql) => {
    const people = await findByNiks(
      sql,
      list.value.pupils.map(({ nik }) => nik),
    );
    const taken: SchoolPupil[] = [];
    const unusable = [...list.value.unusable];
    for (const { nik, line, npsn, school } of list.value.pupils) {
      const person = people.get(nik.reveal());
      if (person && contains(officer.office.wilayah, person.domicile))
        taken.push({ resident: person.id, npsn, school });
      else unusable.push(line);
    }
    const actor = officerActor(officer);
    const entry = await append(deps, sql, {
      kind: 'recording/schools-imported',
      subject: null,
      actor,
      details: { taken: taken.length, unusable: unusable.length },
    });
    appendMany(
      deps,
      sql,
      taken.map(({ resident: subject }) => ({ kind: 'recording/school-noted', subject, actor, details: {} })),
    );
    await putPupils(sql, taken, officer.office.id, entry);
    return ok({ taken: taken.length, unusable: unusable.toSorted((one, other) => one - other) });
  });
}

function readText(file: Uint8Array): string | undefined {
  try {
    return fromUtf8(file);
  } catch {
    return undefined;
  }
}
