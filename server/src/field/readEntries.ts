import { actsFor, type EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import { isUndecided } from '@jatidiri/core/field/entryRules.ts';
import { verifyFieldApplication } from '@jatidiri/core/field/fieldApplication.ts';
import type { FieldApplication } from '@jatidiri/core/field/model.ts';
import type { EntryList, EntryShown } from '@jatidiri/core/field/wire.ts';
import { parseJws } from '@jatidiri/core/jose/jws.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { appendMany } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import { findByNiks } from '../registry/index.ts';
import type { FieldDeps } from './deps.ts';
import { listEntries, type StoredEntry } from './entryStore.ts';
import { officersOfKits } from './kitKeyStore.ts';
import type { Kit } from './kitStore.ts';
import { shownOutcome } from './takeEntries.ts';

type ReadDeps = Pick<FieldDeps, 'database' | 'now' | 'newId' | 'suite'>;

const A_PAGE = 50;

/**
 * A page of a kit's entries. Of those that somebody has to act on it shows whom they are about, and each of these
 * people reads in the own trail that it was looked at.
 */
export async function readEntries(
  deps: ReadDeps,
  officer: Officer,
  kit: Kit,
  after: number,
  kind: EntryOutcome['kind'] | null,
): Promise<EntryList> {
  const { entries, next } = pageOf(await listEntries(deps.database.read, kit.id, after, kind, A_PAGE));
  const open = entries.filter(({ outcome }) => outcome.kind === 'conflict' || isUndecided(outcome));
  const applicants = new Map<string, FieldApplication>();
  for (const entry of open) {
    const application = await applicationIn(deps, entry);
    if (application) applicants.set(entry.digest, application);
  }
  const officers = await deps.database.write(async (sql) => {
    const niks = [...applicants.values()].map(({ nik }) => nik);
    const known = niks.length > 0 ? await findByNiks(sql, niks) : new Map();
    appendMany(
      deps,
      sql,
      [...new Set([...known.values()].map(({ id }) => id))].map((subject) => ({
        kind: 'field/conflict-viewed',
        subject,
        actor: officerActor(officer),
        details: { purpose: 'outreach-kit', kit: kit.id, session: kit.session, elements: ['name', 'nik'] },
      })),
    );
    return (await officersOfKits(sql, [kit.id])).get(kit.id) ?? [];
  });
  const nameOf = new Map(officers.map(({ id, name }) => [id, name]));
  return {
    entries: entries.map((entry) => shown(entry, applicants.get(entry.digest), nameOf)),
    next,
  };
}

/** A full page ends before its last number: forks of it may have been cut off. */
function pageOf(entries: readonly StoredEntry[]): { entries: readonly StoredEntry[]; next: number | null } {
  const last = entries.at(-1);
  if (!last || entries.length < A_PAGE) return { entries, next: null };
  const whole = entries.filter(({ n }) => n < last.n);
  return whole.length > 0 ? { entries: whole, next: last.n - 1 } : { entries, next: last.n };
}

/** The application inside an entry that was verified when it came in. */
async function applicationIn(
  { suite }: ReadDeps,
  { signed, handset }: StoredEntry,
): Promise<FieldApplication | undefined> {
  const act = handset && (parseJws(signed)?.payload.act as { application?: unknown } | undefined);
  if (!act || typeof act.application !== 'string') return undefined;
  const application = await verifyFieldApplication(act.application, suite);
  return application.ok ? application.value : undefined;
}

function shown(
  { digest, n, at, officer, outcome, decision }: StoredEntry,
  applicant: FieldApplication | undefined,
  nameOf: ReadonlyMap<string, string>,
): EntryShown {
  return {
    digest,
    n,
    at: at.toISOString(),
    officer: { id: officer, name: nameOf.get(officer) ?? '' },
    outcome: shownOutcome(outcome),
    acts: [...actsFor(outcome)],
    decision: decision?.kind ?? null,
    applicant: applicant ? { nik: applicant.nik.reveal(), name: applicant.name.reveal() } : null,
  };
}
