import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { DisclosedCredential } from '@jatidiri/core/openid4vp/verifyPresentations.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { holderOf } from '../../issuance/index.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import { findClient, recordUse } from '../../partner/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { findById } from '../../registry/index.ts';
import { actorOf } from './askPresentation.ts';
import type { CredentialTrust } from './credentialTrust.ts';
import { type Asker, factsOf, type PresentationRequest } from './request.ts';
import { type Settlement, settleRequest } from './store.ts';

export interface KeepDeps extends Tracing {
  readonly database: Database;
  readonly trust: CredentialTrust;
}

export type KeepRefusalCode =
  | PartnerAccessRefusalCode
  /** Answered before, or too late: nonce and state are good once. */
  | 'answer/not-awaited'
  /** A client of the sandbox was shown a credential of somebody who is no test resident. */
  | 'answer/test-residents-only';

export type Disclosed = ReadonlyMap<string, readonly DisclosedCredential[]>;
type Outcome<T> = Result<T, Refusal<KeepRefusalCode>>;

/**
 * One transaction: the request is settled once, counted against the agreement as it is now, and written into the
 * resident's trail; or none of it. Statements that do not need each other's answer are sent together.
 */
export async function keepPresented(
  deps: KeepDeps,
  request: PresentationRequest,
  disclosed: Disclosed,
  settlement: Settlement,
): Promise<Outcome<null>> {
  try {
    await deps.database.write(async (sql) => {
      const [settled, counted, subjects] = await Promise.all([
        settleRequest(sql, request.id, settlement),
        countUse(deps, sql, request.asker),
        subjectsOf(deps, sql, disclosed),
      ]);
      if (!settled) throw new Unkept({ code: 'answer/not-awaited' });
      if (!counted.ok) throw new Unkept(counted.refusal);
      if (counted.value === 'sandbox' && !(await areTestResidents(sql, subjects)))
        throw new Unkept({ code: 'answer/test-residents-only' });
      for (const subject of subjects.length > 0 ? subjects : [null]) {
        await append(deps, sql, {
          kind: 'verification/presented',
          subject,
          actor: actorOf(request.asker),
          details: factsOf(request),
        });
      }
    });
    return ok(null);
  } catch (error) {
    if (error instanceof Unkept) return refuse(error.refusal);
    throw error;
  }
}

/** Rolls the transaction back: a use that may not be counted is none. */
class Unkept extends Error {
  readonly refusal: Refusal<KeepRefusalCode>;
  constructor(refusal: Refusal<KeepRefusalCode>) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A partner that was suspended in between gets nothing. Answers the client's environment; counters have none. */
async function countUse(
  { now }: KeepDeps,
  sql: Sql,
  asker: Asker,
): Promise<Outcome<'sandbox' | 'production' | undefined>> {
  if (asker.kind !== 'partner') return ok(undefined);
  const registered = await findClient(sql, asker.client, now());
  if (!registered) return refuse({ code: 'partner/client-unknown' });
  const { client, access } = registered;
  if (!access.ok) return access;
  const counted = await recordUse(sql, { client, agreement: access.value }, 'present', 1, now());
  return counted.ok ? ok(client.environment) : counted;
}

/** Whose credentials of ours were shown, by their entries in the status lists. */
async function subjectsOf(
  { trust }: KeepDeps,
  sql: Sql,
  disclosed: Disclosed,
): Promise<readonly ResidentId[]> {
  const subjects = new Set<ResidentId>();
  for (const { issuer, status } of [...disclosed.values()].flat()) {
    const place = status && trust.isOurs(issuer) ? trust.placeOf(status) : undefined;
    const resident = place && (await holderOf(sql, place));
    if (resident) subjects.add(resident);
  }
  return [...subjects];
}

async function areTestResidents(sql: Sql, subjects: readonly ResidentId[]): Promise<boolean> {
  const residents = await Promise.all(subjects.map((subject) => findById(sql, subject)));
  return residents.every((resident) => resident && isSandboxResident(resident.nik));
}
