import type { Officer } from '@jatidiri/core/office/model.ts';
import type { OutreachSession } from '@jatidiri/core/outreach/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import { officerActor, officersOnDuty } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { lockSession, putSession } from './store.ts';

/** Who serves at a session, as residents may know them: whoever is suspended meanwhile does not. */
export interface TeamMember {
  readonly id: string;
  readonly name: string;
}

/** By session; whoever has been suspended since is left out. */
export async function teamsOf(
  sql: Sql,
  sessions: readonly OutreachSession[],
): Promise<ReadonlyMap<string, readonly TeamMember[]>> {
  const onDuty = await officersOnDuty(sql, [...new Set(sessions.flatMap(({ team }) => team))]);
  const names = new Map(onDuty.map((officer) => [officer.id, officer]));
  return new Map(sessions.map(({ id, team }) => [id, team.flatMap((member) => names.get(member) ?? [])]));
}

/** A plan names officers of the own office, or who stood in it before. */
export async function mayServe(
  sql: Sql,
  { office }: Officer,
  team: readonly string[],
  before: readonly string[] = [],
): Promise<boolean> {
  const onDuty = await officersOnDuty(sql, team);
  return team.every(
    (id) => before.includes(id) || onDuty.some((one) => one.id === id && one.office === office.id),
  );
}

/**
 * Whoever gets a badge for a session stands on its schedule: residents find no officer there whom it does not name.
 * Again it changes nothing.
 */
export async function joinTeam(deps: Tracing, sql: Sql, officer: Officer, id: string): Promise<void> {
  const session = await lockSession(sql, id);
  if (!session || session.team.includes(officer.id)) return;
  const entry = await append(deps, sql, {
    kind: 'outreach/officer-joined',
    subject: null,
    actor: officerActor(officer),
    details: { session: session.id, wilayah: session.wilayah },
  });
  await putSession(sql, { ...session, team: [...session.team, officer.id] }, entry);
}
