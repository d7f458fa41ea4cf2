import type { EntryId } from '@jatidiri/core/ledger/model.ts';
import type { Candidate, Capture, CaptureId, Verdict } from '@jatidiri/core/recording/model.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const SAME_PICTURE = statement(
  'recording.samePicture',
  `select c.resident, 0::real as distance from captured_piece p join capture c on c.id = p.capture
   where p.slot = 'photograph' and c.resident <> $2 and c.state in ('finished', 'disputed', 'enrolled')
     and p.digest = (select digest from captured_piece where capture = $1 and slot = 'photograph')
   order by c.resident limit 10`,
);

/** Others who were recorded with the very same picture. */
export async function othersWithPicture(
  sql: Sql,
  { id, resident }: Capture,
): Promise<Pick<Candidate, 'resident' | 'distance'>[]> {
  return sql.query(SAME_PICTURE, [id, resident]);
}

const DECIDED_DIFFERENT = statement(
  'recording.decidedDifferent',
  `select c.resident as one, d.candidate as other from duplicate_candidate d join capture c on c.id = d.capture
   where d.verdict = 'different' and (c.resident = $1 or d.candidate = $1)`,
);

/** Of whom an officer has said before that they and this person are two: they are not asked about again. */
export async function knownToDiffer(sql: Sql, resident: ResidentId): Promise<ReadonlySet<ResidentId>> {
  const pairs = await sql.query<{ one: ResidentId; other: ResidentId }>(DECIDED_DIFFERENT, [resident]);
  return new Set(pairs.map(({ one, other }) => (one === resident ? other : one)));
}

const disputed = (name: string, where: string) =>
  statement(
    `recording.${name}`,
    `select c.id, c.resident, c.officer, c.office, c.state, c.begun_at as "begunAt"
     from duplicate_candidate d join capture c on c.id = d.capture
     where d.candidate = $1 and c.state = 'disputed' ${where} order by c.id for update of c`,
  );
const DISPUTED_WITH = {
  any: disputed('disputedWith', ''),
  open: disputed('openWith', 'and d.verdict is null'),
};

/** Sittings that wait because of their likeness to this person; `open`: those on which nobody has said a word yet. */
export async function disputedWith(
  sql: Sql,
  candidate: ResidentId,
  which: 'any' | 'open',
): Promise<Capture[]> {
  return sql.query<Capture>(DISPUTED_WITH[which], [candidate]);
}

const CANDIDATES = statement(
  'recording.candidates',
  `select capture, candidate as resident, distance, verdict from duplicate_candidate where capture = any($1)
   order by distance, candidate`,
);

export async function candidatesOf(sql: Sql, captures: readonly CaptureId[]): Promise<Candidate[]> {
  return sql.query<Candidate>(CANDIDATES, [captures]);
}

const PUT = statement(
  'recording.putCandidate',
  `insert into duplicate_candidate (capture, candidate, distance, opened_by) values ($1, $2, $3, $4)
   on conflict do nothing`,
);

export async function putCandidate(
  sql: Sql,
  capture: CaptureId,
  { resident, distance }: Pick<Candidate, 'resident' | 'distance'>,
  entry: EntryId,
): Promise<void> {
  await sql.query(PUT, [capture, resident, distance, entry]);
}

const DECIDE = statement(
  'recording.decide',
  `update duplicate_candidate set verdict = $3, reason = $4, decided_by = $5 where capture = $1 and candidate = $2`,
);

export async function putVerdict(
  sql: Sql,
  capture: CaptureId,
  candidate: ResidentId,
  { verdict, reason }: { readonly verdict: Verdict; readonly reason: string },
  entry: EntryId,
): Promise<void> {
  await sql.query(DECIDE, [capture, candidate, verdict, reason, entry]);
}
