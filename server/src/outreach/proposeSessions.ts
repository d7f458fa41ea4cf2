import { addDays, dayInKaltim, type IsoDate } from '@jatidiri/core/kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { candidatesFor, type Kecamatan, type Spot, sameSpot } from '@jatidiri/core/outreach/candidates.ts';
import type { OutreachSession } from '@jatidiri/core/outreach/model.ts';
import { proposalSentence } from '@jatidiri/core/outreach/proposalSentence.ts';
import type { Proposal, ProposalReply, ProposalRequest } from '@jatidiri/core/outreach/proposalWire.ts';
import {
  type Chosen,
  chosenSessions,
  sessionProgram,
  type Taken,
} from '@jatidiri/core/outreach/proposeSessions.ts';
import type { OutreachRefusalCode } from '@jatidiri/core/outreach/refusals.ts';
import { daysOf } from '@jatidiri/core/outreach/rules.ts';
import { contains, type WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { kecamatanCounts } from '../coverage/index.ts';
import { heldOf, type ReadDeps, sessionsIn } from './readSessions.ts';
import { solve } from './solve.ts';

type Answer<T> = Result<T, Refusal<OutreachRefusalCode>>;

const LAST_DAYS = 30;

/** Where the officers of a region would activate the most, from what earlier sessions brought and who has no IKD yet. */
export async function proposeSessions(
  deps: ReadDeps,
  officer: Officer,
  body: ProposalRequest,
): Promise<Answer<ProposalReply>> {
  const from = body.from as IsoDate;
  const today = dayInKaltim(deps.now());
  if (from < today) return refuse({ code: 'outreach/days-over', field: 'from' });
  const region = officer.office.wilayah;
  const { sessions, counted, counts } = await deps.database.snapshot(async (sql) => ({
    ...(await sessionsIn(sql)),
    counts: await kecamatanCounts(deps, sql, region),
  }));
  const held = sessions.flatMap((one) => heldOf(one, counted));
  if (held.length === 0) return refuse({ code: 'outreach/no-history' });
  const hoursTo = new Map(body.travel.map(({ wilayah, hours }) => [wilayah, hours]));
  const kecamatan = counts.map(({ region: wilayah, wajibKtp, ikdActive }) => ({
    wilayah,
    wajibKtp,
    without: Math.max(0, wajibKtp - ikdActive),
    travelHours: hoursTo.get(wilayah) ?? body.usualHours,
  }));

  const strikes = body.strikes as readonly Spot[];
  const candidates = candidatesFor(kecamatan, held, body.days, strikes);
  const pins = body.pins as readonly Spot[];
  if (!pins.every((pin) => candidates.some(sameSpot(pin))))
    return refuse({ code: 'outreach/pin-impossible', field: 'pins' });
  const running = plannedOf(sessions, officer.office.id, from, body.days);
  const means = { ...body, taken: takenOn(running, from, body.days) };
  const best = async (remoteFloor: number): Promise<Answer<{ chosen: Chosen[]; proved: boolean }>> => {
    const solution = await solve(sessionProgram(candidates, means, { pins, remoteFloor }));
    if (solution.kind === 'impossible') return refuse({ code: 'outreach/plan-impossible' });
    if (solution.kind === 'outOfTime') return refuse({ code: 'outreach/plan-too-hard' });
    return ok({ ...solution, chosen: chosenSessions(candidates, means, solution.values) });
  };
  const plan = await best(body.remoteFloor);
  if (!plan.ok) return plan;
  const free = body.remoteFloor === 0 ? plan : await best(0);
  if (!free.ok) return free;

  const { chosen, proved } = plan.value;
  const nameOf = (code: WilayahCode) => deps.wilayah.find(code)?.name ?? code;
  return ok({
    proposals: chosen.map((one) => proposalOf(one, kecamatan, body, nameOf(one.wilayah))),
    planned: {
      sessions: chosen.length,
      activations: activationsOf(chosen),
      officerDays: chosen.reduce((sum, { days }) => sum + days * body.team, 0),
    },
    withoutFloor: activationsOf(free.value.chosen),
    taken: running.length,
    proved: proved && free.value.proved,
    lastPeriod: lastPeriod(sessions, counted, region, today),
    kecamatan: kecamatan.map(({ wilayah, without, travelHours }) => ({
      wilayah,
      name: nameOf(wilayah),
      without,
      travelHours,
    })),
  });
}

/** The office's own sessions that are planned or running within these days. */
function plannedOf(
  sessions: readonly OutreachSession[],
  office: string,
  from: IsoDate,
  days: number,
): OutreachSession[] {
  const last = addDays(from, days - 1);
  const open: readonly OutreachSession['state'][] = ['planned', 'public', 'running'];
  return sessions.filter(
    (one) => one.office === office && open.includes(one.state) && one.from <= last && one.to >= from,
  );
}

/** What they take on each day: their officers, and a vehicle each. */
function takenOn(sessions: readonly OutreachSession[], from: IsoDate, days: number): Taken[] {
  return Array.from({ length: days }, (_, n) => {
    const day = addDays(from, n);
    const out = sessions.filter((one) => one.from <= day && day <= one.to);
    return {
      officers: out.reduce((sum, { officers }) => sum + (officers ?? 0), 0),
      vehicles: out.length,
    };
  });
}

function proposalOf(
  { wilayah, host, start, days, activations, sessions, remote }: Chosen,
  kecamatan: readonly Kecamatan[],
  { from, team, pins }: ProposalRequest,
  regionName: string,
): Proposal {
  const { without, travelHours } = kecamatan.find((one) => one.wilayah === wilayah)!;
  const first = addDays(from as IsoDate, start);
  const facts = {
    wilayah,
    regionName,
    host,
    from: first,
    to: addDays(first, days - 1),
    days,
    activations,
    sessions,
    without,
    travelHours,
    remote,
    pinned: (pins as readonly Spot[]).some(sameSpot({ wilayah, host })),
  };
  return { ...facts, why: proposalSentence(facts, team) };
}

/** What the sessions of a region really brought that ended within the last days. */
function lastPeriod(
  sessions: readonly OutreachSession[],
  counted: ReadonlyMap<string, number>,
  region: WilayahCode,
  today: IsoDate,
): ProposalReply['lastPeriod'] {
  const days = { from: addDays(today, 1 - LAST_DAYS), to: today };
  const over = sessions.filter(
    ({ state, to, wilayah }) =>
      state === 'closed' && to >= days.from && to <= days.to && contains(region, wilayah),
  );
  return {
    ...days,
    sessions: over.length,
    activations: activationsOf(over.flatMap((one) => heldOf(one, counted))),
    officerDays: over.reduce((sum, one) => sum + (one.officers ?? 0) * daysOf(one), 0),
    withoutOfficers: over.filter(({ officers }) => officers === null).length,
  };
}

function activationsOf(sessions: readonly { readonly activations: number }[]): number {
  return sessions.reduce((sum, { activations }) => sum + activations, 0);
}
