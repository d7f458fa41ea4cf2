import { splitFields } from '../kit/csv.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Nik } from '../registry/model.ts';
import { parseNik } from '../registry/nik.ts';
import type { RecordingRefusalCode } from './refusals.ts';

export interface Pupil {
  /** Counted from 1, the heading first. */
  readonly line: number;
  readonly nik: Nik;
  readonly npsn: string;
  readonly school: string;
}

export interface SchoolList {
  readonly pupils: readonly Pupil[];
  /** Lines that say nothing usable; of somebody who stands there twice the last line counts. */
  readonly unusable: readonly number[];
}

const HEADING = ['nik', 'npsn', 'sekolah'];
const NPSN = /^[0-9A-Z]{8}$/;
const MOST_LINES = 20_000;
const LONGEST_NAME = 120;

/** A school's list as CSV with the heading `nik,npsn,sekolah`; also with semicolons, as Excel in Indonesia writes it. */
export function readSchoolList(text: string): Result<SchoolList, Refusal<RecordingRefusalCode>> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const fieldsOf = lines[0]?.includes(';') ? (line: string) => line.split(';') : splitFields;
  const heading = fieldsOf(lines[0] ?? '')?.map((name) => name.trim().toLowerCase());
  if (heading?.join() !== HEADING.join()) return refuse({ code: 'recording/school-list-heading' });
  if (lines.length > MOST_LINES) return refuse({ code: 'recording/school-list-too-long' });

  const pupils = new Map<string, Pupil>();
  const unusable: number[] = [];
  lines.forEach((row, index) => {
    if (index === 0 || row.trim() === '') return;
    const line = index + 1;
    const [nikText, npsn, school, ...more] = fieldsOf(row)?.map((field) => field.trim()) ?? [];
    const nik = parseNik(nikText ?? '');
    const good = npsn && NPSN.test(npsn) && school && school.length <= LONGEST_NAME && more.length === 0;
    if (nik.ok && good) pupils.set(nik.value.reveal(), { line, nik: nik.value, npsn, school });
    else unusable.push(line);
  });
  return ok({ pupils: [...pupils.values()], unusable });
}
