import type { Activation, Command, Event } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { apply, decide } from '@jatidiri/core/activation/rules.ts';
import { ok, type Refusal, type Result } from '@jatidiri/core/kit/result.ts';
import type { Actor, EntryId, Json } from '@jatidiri/core/ledger/model.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { dropSelfie } from './evidenceStore.ts';
import { updateActivation } from './store.ts';
import { dropUpload } from './uploadStore.ts';

const KEEPS_SELFIE: readonly Event['kind'][] = [
  'selfieTaken',
  'attested',
  'activated',
  'suspended',
  'resumed',
  'moved',
];

/** As long as a selfie may still come, parts of one may be there. */
const MAY_CHANGE_SELFIE: readonly Activation['state'][] = ['dataVerified', 'awaitingOfficer'];

/** One step of the state machine: the rule decides, the row changes, the ledger remembers. The row must be locked. */
export async function advance(
  deps: Tracing,
  sql: Sql,
  activation: Activation,
  command: Command,
  actor: Actor,
): Promise<Result<Activation, Refusal<ActivationRefusalCode>>> {
  const decision = decide(activation, command, deps.now());
  if (!decision.ok) return decision;

  const event = decision.value;
  const next = apply(activation, event);
  const entry = await append(deps, sql, {
    kind: `activation/${event.kind}`,
    subject: activation.resident,
    actor,
    details: factsOf(activation, event),
  });
  await updateActivation(sql, next, entriesOf(event, entry));
  if (!KEEPS_SELFIE.includes(event.kind)) await dropSelfie(sql, activation.id);
  if (!MAY_CHANGE_SELFIE.includes(next.state)) await dropUpload(sql, activation.id);
  return ok(next);
}

/** What the ledger keeps beside who and when: domicile and office for the counts, never contact data or pictures. */
function factsOf({ id, domicile, device }: Activation, event: Event): Record<string, Json> {
  const facts = { activation: id, domicile };
  switch (event.kind) {
    case 'attested':
      return { ...facts, office: event.office };
    case 'refused':
      return { ...facts, office: event.office, reason: event.reason };
    case 'activated':
      return {
        ...facts,
        office: event.office,
        by: event.by,
        ...(event.session && { session: event.session }),
      };
    case 'moved':
      return { ...facts, from: device.thumbprint, to: event.device.thumbprint };
    case 'ended':
      return { ...facts, reason: event.reason };
    default:
      return facts;
  }
}

function entriesOf(event: Event, entry: EntryId): { activated?: EntryId; ended?: EntryId } {
  if (event.kind === 'activated') return { activated: entry };
  return event.kind === 'ended' ? { ended: entry } : {};
}
