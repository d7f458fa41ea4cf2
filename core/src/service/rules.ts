import { dayInKaltim, type IsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { afterWorkingDays } from '../kit/workingDays.ts';
import type { Officer } from '../office/model.ts';
import {
  MOST_DOCUMENTS,
  type OfficerMove,
  PROMISED_WORKING_DAYS,
  type ResidentMove,
  type ServiceKind,
  type ServiceRequest,
  type ServiceState,
} from './model.ts';
import type { ServiceRefusalCode } from './refusals.ts';

type Moved = Result<ServiceRequest, Refusal<ServiceRefusalCode>>;

/** What is not finished: an office owes something, or the resident does. */
export const OPEN_STATES = ['waiting', 'inHand', 'needsMore'] as const satisfies readonly ServiceState[];

export const isOpen = ({ state }: Pick<ServiceRequest, 'state'>): boolean =>
  (OPEN_STATES as readonly ServiceState[]).includes(state);

export function promisedOn(kind: ServiceKind, now: Date, holidays: ReadonlySet<IsoDate>): IsoDate {
  return afterWorkingDays(dayInKaltim(now), PROMISED_WORKING_DAYS[kind], holidays);
}

/** Whether the day that was promised is over while the office still owes its answer. */
export function isOverdue({ state, promisedOn }: ServiceRequest, now: Date): boolean {
  return (state === 'waiting' || state === 'inHand') && dayInKaltim(now) > promisedOn;
}

/** Whether an officer may take it: nobody has it, or the promise was broken and the head of office takes it over. */
export function mayTake(request: ServiceRequest, { id, role }: Pick<Officer, 'id' | 'role'>): boolean {
  if (request.state === 'waiting') return true;
  if (request.state !== 'inHand' || request.by.officer === id) return false;
  return request.climbedAt !== null && role === 'headOfOffice';
}

/** What an officer does with a request. The same once more is the same; what is finished stays as it is. */
export function moveByOfficer(request: ServiceRequest, move: OfficerMove, officer: Officer, at: Date): Moved {
  if (!isOpen(request)) return refuse({ code: 'service/finished' });
  const mine = request.state === 'inHand' && request.by.officer === officer.id;
  if (request.state === 'inHand' && !mine && !mayTake(request, officer))
    return refuse({ code: 'service/in-other-hands' });
  const common = commonOf(request);
  const by = { officer: officer.id, office: officer.office.id, at };
  switch (move.kind) {
    case 'take':
      return ok(mine ? request : { ...common, state: 'inHand', by });
    case 'askMore':
      return ok({ ...common, state: 'needsMore', by, asked: move.asked });
    case 'complete':
      return ok({ ...common, state: 'done', by, answer: move.answer });
    case 'refuse':
      return ok({ ...common, state: 'refused', by, reason: move.reason, answer: move.answer });
  }
}

/** What the resident does with an own request; more papers put it back into the office's list, with a new promise. */
export function moveByResident(
  request: ServiceRequest,
  move: ResidentMove,
  now: Date,
  holidays: ReadonlySet<IsoDate>,
): Moved {
  if (!isOpen(request)) return refuse({ code: 'service/finished' });
  const common = commonOf(request);
  switch (move.kind) {
    case 'withdraw':
      return ok({ ...common, state: 'withdrawn', at: now });
    case 'addDocuments': {
      const known = new Set(request.documents.map(({ digest }) => digest));
      const documents = [...request.documents, ...move.documents.filter(({ digest }) => !known.has(digest))];
      if (documents.length > MOST_DOCUMENTS)
        return refuse({ code: 'service/too-many-documents', field: 'documents' });
      if (request.state !== 'needsMore') return ok({ ...request, documents });
      const promise = promisedOn(request.wish.kind, now, holidays);
      return ok({ ...common, documents, state: 'waiting', promisedOn: promise, climbedAt: null });
    }
  }
}

function commonOf({
  id,
  resident,
  domicile,
  wish,
  documents,
  openedAt,
  promisedOn,
  climbedAt,
}: ServiceRequest) {
  return { id, resident, domicile, wish, documents, openedAt, promisedOn, climbedAt };
}
