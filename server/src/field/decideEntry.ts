import { CONFLICT_OF, type ConflictCode, type EntryOutcome } from '@jatidiri/core/field/conflicts.ts';
import { doubtAbout, type EntryFacts } from '@jatidiri/core/field/entryRules.ts';
import type { FieldApplication, KitAct } from '@jatidiri/core/field/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { activateInField, refuseInField, type Selfie } from '../activation/index.ts';
import { hasPlace } from '../issuance/index.ts';
import { officerBefore } from '../office/index.ts';
import { findSession } from '../outreach/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findByNik, versionsOf } from '../registry/index.ts';
import type { FieldDeps } from './deps.ts';
import { entriesAt, isCardUsed, isDecided, isVoided, lockHandset } from './entryStore.ts';
import type { Kit } from './kitStore.ts';
import type { ReadEntry } from './readEntry.ts';
import { takeBack } from './takeBack.ts';

export type DecideDeps = Pick<FieldDeps, 'now' | 'newId' | 'serviceArea' | 'identitiesPerHandset'>;

/** The photograph that an entry names, as far as it is here. */
export type Photo = Selfie | 'missing' | 'unusable';

interface Circumstances {
  readonly photo: Photo;
  readonly isFork: boolean;
  readonly released: boolean;
}

const conflict = (code: ConflictCode): EntryOutcome => ({ kind: 'conflict', code });
const SECOND_MS = 1_000;

/**
 * What becomes of an entry: it is doubted, taken back, waits for its photograph, or is decided by the rules of every
 * activation as of the moment of its signature. The kit is locked; whatever follows is in the caller's transaction.
 */
export async function decideEntry(
  deps: DecideDeps,
  sql: Sql,
  kit: Kit,
  read: ReadEntry,
  circumstances: Circumstances,
): Promise<EntryOutcome> {
  const { entry, digest } = read;
  // Signed times are whole seconds: a suspension within this one came after the signature.
  const signedBefore = new Date(entry.at.getTime() + SECOND_MS);
  const [isTakenBack, officer, session, near] = await Promise.all([
    isVoided(sql, kit.id, entry.n),
    officerBefore(sql, entry.officer, signedBefore),
    findSession(sql, entry.session),
    entriesAt(sql, kit.id, entry.n - 1, entry.n + 1),
  ]);
  if (isTakenBack && !circumstances.isFork) return { kind: 'voided' };
  const facts: EntryFacts = {
    kit,
    session: session!,
    officerWasActive: officer?.state === 'active' && officer.office.id === kit.office,
    isFork: circumstances.isFork,
    before: near.find(({ n }) => n === entry.n - 1),
    after: near.find(({ n }) => n === entry.n + 1),
    digest,
    released: circumstances.released,
    now: deps.now(),
  };
  const doubt = doubtAbout(entry, facts);
  if (doubt) return conflict(doubt);
  if (!officer) throw new Error('an officer on duty whom nobody knows');

  if (entry.act.kind === 'void') {
    await takeBack(deps, sql, kit, entry.act.n, officer);
    return { kind: 'accepted', activation: null };
  }
  const { application } = read;
  if (!application) return conflict('field/application-forged');
  lockHandset(sql, application.device.thumbprint);
  const [isDecidedElsewhere, isOwn] = await Promise.all([
    isDecided(sql, application.id, digest),
    isOwnCard(sql, kit, entry.act, digest),
  ]);
  if (isDecidedElsewhere) return conflict('field/application-decided');
  if (!circumstances.released && !isOwn) return conflict('field/card-misused');
  return decideApplication(deps, sql, { ...read, application, act: entry.act, officer }, circumstances);
}

type Decision = Extract<KitAct, { kind: 'decision' }>;

/** A provisional card has a place that the kit was given, and no other card has it. */
async function isOwnCard(sql: Sql, kit: Kit, { card }: Decision, digest: string): Promise<boolean> {
  if (card === null) return true;
  const [isTheirs, isUsed] = await Promise.all([
    hasPlace(sql, kit.id, card),
    isCardUsed(sql, kit.id, card, digest),
  ]);
  return isTheirs && !isUsed;
}

async function decideApplication(
  deps: DecideDeps,
  sql: Sql,
  read: ReadEntry & { application: FieldApplication; act: Decision; officer: Officer },
  { photo, released }: Circumstances,
): Promise<EntryOutcome> {
  const { application, act, officer, entry, signed } = read;
  if (act.decision.kind === 'refuse') {
    await refuseInField(deps, sql, { application, officer }, act.decision);
    return { kind: 'accepted', activation: null };
  }
  if (photo === 'missing') return { kind: 'waitsForPhoto' };
  if (photo === 'unusable') return conflict('field/photo-unusable');
  if (!released && (await hasChanged(sql, application, act.record))) return conflict('field/record-changed');

  const { session, at } = entry;
  const fieldCase = { application, photo, officer, session, at, signed };
  const activated = await activateInField(deps, sql, fieldCase);
  if (activated.ok) return { kind: 'accepted', activation: activated.value.id };
  const code = CONFLICT_OF[activated.refusal.code];
  if (!code) throw new Error(`an activation in the field was refused with ${activated.refusal.code}`);
  return conflict(code);
}

/** Whether the record says something else now of what the kit showed to its officer. */
async function hasChanged(sql: Sql, { nik }: FieldApplication, carried: string | null): Promise<boolean> {
  const resident = carried === null ? undefined : await findByNik(sql, nik);
  if (!resident) return false;
  const shown = (await versionsOf(sql, resident.id)).find(({ openedBy }) => openedBy === carried)?.resident;
  return (
    shown?.name.reveal() !== resident.name.reveal() ||
    shown.birthDate.reveal() !== resident.birthDate.reveal() ||
    shown.sex !== resident.sex
  );
}
