import type { Facts } from '@jatidiri/core/family/draft.ts';
import { reasonOf } from '@jatidiri/core/family/evidence.ts';
import type { EventId, EventPlan, LifeEvent } from '@jatidiri/core/family/model.ts';
import { newHomeOf, peopleOf } from '@jatidiri/core/family/people.ts';
import { planEvent } from '@jatidiri/core/family/planEvent.ts';
import type { FamilyRefusal } from '@jatidiri/core/family/refusals.ts';
import type { EventReply, EventRequest } from '@jatidiri/core/family/wire.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { type ServiceArea, serves } from '@jatidiri/core/office/rules.ts';
import type { Resident } from '@jatidiri/core/registry/model.ts';
import { appendMany, type Tracing } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import type { WilayahTree } from '../wilayah/index.ts';
import { type DescribeDeps, describePlan } from './describePlan.ts';
import { findEvent } from './eventStore.ts';
import { gatherFacts } from './gatherFacts.ts';
import { keepPlan } from './keepPlan.ts';
import { giveNumbers, wantedNumbers } from './numbers.ts';
import { recordedPlan } from './recordedPlan.ts';

export interface EventDeps extends Tracing, Pick<DescribeDeps, 'holdersAmong'> {
  readonly database: Database;
  readonly wilayah: WilayahTree;
  readonly serviceArea: ServiceArea;
}

type Answer = Result<EventReply, FamilyRefusal>;

/** Everything that an event would change, before anybody confirms it. Whoever is shown reads in the trail that it was looked at. */
export async function previewEvent(
  deps: EventDeps,
  officer: Officer,
  request: EventRequest,
): Promise<Answer> {
  return deps.database.write(async (sql): Promise<Answer> => {
    const gathered = await gatherFacts(deps, sql, peopleOf(request.event), 'looked at');
    const { numbers } = wantedNumbers(dayInKaltim(deps.now()));
    const planned = plan(deps, officer, request, gathered.factsWith(numbers));
    if (!planned.ok) return noted(deps, sql, officer, request, gathered.concerned, planned.refusal);
    const shown = planned.value.changed.map(({ before }) => before);
    appendMany(deps, sql, readsOf(officer, shown));
    return ok(await describePlan(deps, sql, planned.value, gathered.concerned));
  });
}

/** Records an event: every record, card and guardian concerned, in one transaction. The same event sent again changes nothing. */
export async function recordEvent(deps: EventDeps, officer: Officer, request: EventRequest): Promise<Answer> {
  const { event, evidence, on, id } = request;
  return deps.database.write(async (sql): Promise<Answer> => {
    const { factsWith, concerned } = await gatherFacts(deps, sql, peopleOf(event), 'held');
    // Only now: the same event may have been on its way a moment ago.
    const known = await findEvent(sql, id);
    if (known) {
      // An id opens nothing: what another office recorded is not sent again from here.
      if (known.office !== officer.office.id) return refuse({ code: 'family/event-unknown' });
      return ok(await describePlan(deps, sql, await recordedPlan(sql, known.id)));
    }
    const { numbers, wanted } = wantedNumbers(dayInKaltim(deps.now()));
    const looked = plan(deps, officer, request, factsWith(numbers));
    if (!looked.ok) return noted(deps, sql, officer, request, concerned, looked.refusal);
    if (wanted.length === 0) return keep(looked.value);
    const given = await giveNumbers(sql, wanted);
    if (!given.ok) return given;
    const planned = plan(deps, officer, request, factsWith(given.value));
    return planned.ok ? keep(planned.value) : planned;

    async function keep(planned: EventPlan): Promise<Answer> {
      await keepPlan(deps, sql, officer, planned, {
        id: id as EventId,
        kind: event.kind,
        on,
        evidence: evidence.kind,
        evidenceNumber: evidence.number,
        corrects: null,
        reason: reasonOf(event.kind, evidence.kind),
      });
      return ok(await describePlan(deps, sql, planned, concerned));
    }
  });
}

function plan(
  { serviceArea }: EventDeps,
  officer: Officer,
  { event, evidence, on }: EventRequest,
  facts: Facts,
): Result<EventPlan, FamilyRefusal> {
  return isServed(officer, event, facts, serviceArea)
    ? planEvent(event, { on, evidence: evidence.kind }, facts)
    : refuse({ code: 'family/outside-region' });
}

/** Whoever tries without an outcome is written down, for everybody who was named. */
function noted(
  deps: Tracing,
  sql: Sql,
  officer: Officer,
  { event }: EventRequest,
  concerned: readonly Resident[],
  refusal: FamilyRefusal,
): Answer {
  const niks = new Set(peopleOf(event).map((nik) => nik.reveal()));
  const named = concerned.filter(({ nik }) => niks.has(nik.reveal())).map(({ id }) => id);
  const entry = {
    kind: 'family/event-refused',
    actor: officerActor(officer),
    details: { code: refusal.code },
  };
  const subjects = named.length > 0 ? named : [null];
  appendMany(
    deps,
    sql,
    subjects.map((subject) => ({ ...entry, subject })),
  );
  return refuse(refusal);
}

/** One of the people named lives in the region that the office serves, or comes there; or nobody is known by these NIK. */
function isServed({ office }: Officer, event: LifeEvent, facts: Facts, area: ServiceArea): boolean {
  const homes = [
    ...peopleOf(event).flatMap((nik) => facts.person(nik)?.domicile ?? []),
    ...[newHomeOf(event)].flatMap((home) => home ?? []),
  ];
  return homes.length === 0 || homes.some((home) => serves(office, home, area));
}

/** Whose record an officer looks at for an event. */
export function readsOf(officer: Officer, people: readonly Pick<Resident, 'id'>[]) {
  return people.map(({ id }) => ({
    kind: 'registry/read',
    subject: id,
    actor: officerActor(officer),
    details: { purpose: 'family-desk', elements: [...LOOKED_AT] },
  }));
}

const LOOKED_AT = ['birthDate', 'domicile', 'life', 'maritalStatus', 'name', 'nik', 'noKk', 'sex'] as const;
