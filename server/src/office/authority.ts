import { ok, type Refusal, type Result } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import { mayAnswerFor } from '@jatidiri/core/office/rules.ts';

/** Who decides about officers: a head of office at the desk, or whoever runs the installation, by a command. */
export type Authority =
  | { readonly kind: 'head'; readonly officer: Officer }
  | { readonly kind: 'command'; readonly task: string };

export function checkAuthority(
  by: Authority,
  officer: Officer,
  change: 'invite' | 'suspend',
): Result<null, Refusal<OfficeRefusalCode>> {
  return by.kind === 'head' ? mayAnswerFor(by.officer, officer, change) : ok(null);
}

export function actorOf(by: Authority): Actor {
  return by.kind === 'head' ? officerActor(by.officer) : { kind: 'system', task: by.task };
}

export function officerActor({
  id,
  office,
}: Pick<Officer, 'id'> & { readonly office: Pick<Officer['office'], 'id'> }): Actor {
  return { kind: 'officer', officer: id, office: office.id };
}
