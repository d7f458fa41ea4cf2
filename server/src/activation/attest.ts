import {
  type Attestation,
  attestationKey,
  verifyAttestation,
} from '@jatidiri/core/activation/attestation.ts';
import type { Activation, Command } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import type { ServiceArea } from '@jatidiri/core/office/rules.ts';
import type { Tracing } from '../ledger/index.ts';
import { findSigningKey, officerActor, officerById } from '../office/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { addJob } from '../platform/jobs.ts';
import { advance } from './advance.ts';
import { findAttestation, findComparison, putAttestation } from './evidenceStore.ts';
import { barredFrom } from './lookUpApplicant.ts';
import { SEND_CONFIRMATION } from './sendConfirmation.ts';
import { newObstacle } from './stillEligible.ts';
import { brokenPromise, findClaiming, lockActivation } from './store.ts';

export interface AttestDeps extends Tracing {
  readonly database: Database;
  readonly suite: Suite;
  readonly serviceArea: ServiceArea;
  /** Whether an officer served at an outreach session at that moment. */
  readonly servesAt: (sql: Sql, officer: Officer, session: string, at: Date) => Promise<boolean>;
}

type Attested = Result<Activation, Refusal<ActivationRefusalCode | OfficeRefusalCode>>;

const CLOCK_SKEW_MS = 5 * 60_000;

/** Takes an officer's signed decision. The same object sent again is the same decision, and gets the same answer. */
export async function attest(deps: AttestDeps, officer: Officer, signed: string): Promise<Attested> {
  const attestation = await readAttestation(deps, officer, signed);
  if (!attestation) return refuse({ code: 'activation/attestation-invalid' });

  return deps.database
    .write((sql) => carryOut(deps, sql, officer, attestation, signed))
    .catch(async (error: unknown) => {
      // Another desk was faster with another handset of the same NIK: say what came of it there.
      if (brokenPromise(error) !== 'onePerNik') throw error;
      return refuse({ code: await whoWasFaster(deps, attestation) });
    });
}

/** Signed by a device key of this very officer, and not in the future. */
async function readAttestation(
  { database, suite, now }: AttestDeps,
  officer: Officer,
  signed: string,
): Promise<Attestation | undefined> {
  const key = await findSigningKey(database.read, officer, attestationKey(signed));
  if (!key) return undefined;
  const attestation = await verifyAttestation(signed, key, suite);
  const fits = attestation?.officer === officer.id && attestation.office === officer.office.id;
  return fits && attestation.at.getTime() <= now().getTime() + CLOCK_SKEW_MS ? attestation : undefined;
}

async function carryOut(
  deps: AttestDeps,
  sql: Sql,
  officer: Officer,
  attestation: Attestation,
  signed: string,
): Promise<Attested> {
  // Held until the end: a suspension takes effect before this decision or after it, never within.
  const [current, activation, known] = await Promise.all([
    officerById(sql, officer.id),
    lockActivation(sql, attestation.activation),
    findAttestation(sql, attestation.id),
  ]);
  if (current?.state !== 'active') return refuse({ code: 'office/suspended' });
  if (!activation) return refuse({ code: 'activation/unknown' });
  if (known) return known === signed ? ok(activation) : refuse({ code: 'activation/attestation-invalid' });

  const barred = barredFrom(deps, officer, activation);
  if (barred) return refuse({ code: barred });
  if (!saw(attestation, activation) || !(await wasFound(sql, attestation)))
    return refuse({ code: 'activation/attestation-stale' });
  const { session } = attestation;
  if (session && !(await deps.servesAt(sql, officer, session, attestation.at)))
    return refuse({ code: 'activation/session-not-running' });
  const obstacle = attestation.decision.kind !== 'refuse' && (await newObstacle(sql, activation, deps.now()));
  if (obstacle) return refuse({ code: obstacle });

  const actor = officerActor(officer);
  const decided = await advance(deps, sql, activation, commandOf(attestation), actor);
  if (!decided.ok) return decided;
  await putAttestation(sql, attestation.id, activation.id, signed, deps.now());
  // Without an address there is no mail to send: the officer hands over a code on paper.
  if (decided.value.state === 'attested' && decided.value.email)
    await addJob(sql, SEND_CONFIRMATION, { activation: activation.id });
  return decided;
}

/** The officer decided over this handset and this selfie, not over what has replaced them since. */
function saw(attestation: Attestation, activation: Activation): boolean {
  const selfie = 'selfie' in activation ? activation.selfie : null;
  return (
    attestation.device === activation.device.thumbprint && (selfie === null || attestation.selfie === selfie)
  );
}

/** What an officer signs to have read of the comparison has to be what this server found. */
async function wasFound(sql: Sql, { activation, selfie, finding }: Attestation): Promise<boolean> {
  return !finding || (await findComparison(sql, activation, selfie))?.finding === finding;
}

function commandOf({ decision, officer, office, session }: Attestation): Command {
  switch (decision.kind) {
    case 'confirm':
      return { kind: 'attest', officer, office, session: session ?? null };
    case 'confirmOnDesk':
      return { kind: 'confirmOnDesk', officer, office, session: session ?? null };
    case 'refuse':
      return { kind: 'refuse', officer, office, reason: decision.reason };
  }
}

async function whoWasFaster(
  { database }: AttestDeps,
  attestation: Attestation,
): Promise<ActivationRefusalCode> {
  return database.write(async (sql) => {
    const activation = await lockActivation(sql, attestation.activation);
    const claiming = activation && (await findClaiming(sql, activation.resident));
    return claiming?.state === 'attested'
      ? 'activation/attested-on-other-handset'
      : 'activation/active-on-other-handset';
  });
}
