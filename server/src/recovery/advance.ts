import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Command, Recovery } from '@jatidiri/core/recovery/model.ts';
import type { RecoveryRefusalCode } from '@jatidiri/core/recovery/refusals.ts';
import { decide } from '@jatidiri/core/recovery/rules.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { updateRecovery } from './store.ts';

/** One step of a recovery: the rule decides, the row changes, the ledger remembers. The row must be locked. */
export async function advance(
  deps: Tracing,
  sql: Sql,
  recovery: Recovery,
  command: Command,
  actor: Actor,
): Promise<Result<Recovery, Refusal<RecoveryRefusalCode>>> {
  const decided = decide(recovery, command, deps.now());
  if (!decided.ok) return decided;
  const next = decided.value;
  await updateRecovery(sql, next);
  await append(deps, sql, {
    kind: `recovery/${happened(command, next)}`,
    subject: next.resident,
    actor,
    details: {
      recovery: next.id,
      activation: next.activation,
      what: next.kind,
      ...(next.state === 'stopped' && { by: next.by }),
    },
  });
  return decided;
}

/** What the ledger says happened: a wrong code or face is told as such, and what it led to. */
function happened(command: Command, { state }: Recovery): string {
  switch (command.kind) {
    case 'resendCode':
      return 'code-sent';
    case 'enterCode':
      return command.right ? 'code-right' : 'code-wrong';
    case 'showFace':
      return `face-${command.verdict === 'officer' ? 'unsure' : command.verdict}`;
    default:
      return state;
  }
}
