import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { RequestId } from '@jatidiri/core/verification/model.ts';
import type { VerificationRefusalCode } from '@jatidiri/core/verification/refusals.ts';
import type { OutcomeReply } from '@jatidiri/core/verification/wire.ts';
import type { Database } from '../../platform/db/database.ts';
import { isOpen, type PresentationRequest } from './request.ts';
import { findRequest } from './store.ts';

export interface OutcomeDeps {
  readonly database: Database;
  readonly now: () => Date;
  /** For how long the values can be read. */
  readonly valuesKeptMs: number;
}

/** Who reads: the kind of asker, and a partner's client by its id. */
export interface Reader {
  readonly kind: PresentationRequest['asker']['kind'];
  readonly client?: string;
  /** What the wallet's redirect brought, in the same-device flow. */
  readonly responseCode?: string | undefined;
}

/** Where a request stands, for whoever asked it and nobody else. */
export async function readOutcome(
  deps: OutcomeDeps,
  id: string,
  reader: Reader,
): Promise<Result<OutcomeReply, Refusal<VerificationRefusalCode>>> {
  const request = await findRequest(deps.database.read, id as RequestId);
  if (!request || !isAskedBy(request, reader)) return refuse({ code: 'verification/unknown' });
  const { responseCode } = request;
  if (responseCode !== null && responseCode !== reader.responseCode)
    return refuse({ code: 'verification/response-code' });
  return ok(outcomeOf(deps, request));
}

const isAskedBy = ({ asker }: PresentationRequest, { kind, client }: Reader): boolean =>
  asker.kind === kind && (asker.kind !== 'partner' || asker.client === client);

function outcomeOf({ now, valuesKeptMs }: OutcomeDeps, request: PresentationRequest): OutcomeReply {
  const { id, error, result, answeredAt } = request;
  const until = answeredAt && new Date(answeredAt.getTime() + valuesKeptMs);
  const isReadable = result && until && now() < until;
  return {
    id,
    state: stateOf(request, now()),
    ...(error !== null && { error }),
    ...(isReadable && { credentials: mutable(result.reveal()), valuesUntil: until.toISOString() }),
  };
}

/** A request that nobody answered in time has expired, whether or not that was written down yet. */
export const stateOf = (request: PresentationRequest, now: Date): PresentationRequest['state'] =>
  (request.state === 'created' || request.state === 'fetched') && !isOpen(request, now)
    ? 'expired'
    : request.state;

const mutable = (value: object) => value as NonNullable<OutcomeReply['credentials']>;
