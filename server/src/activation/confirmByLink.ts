import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { advance } from './advance.ts';
import { lockLink, useLink } from './evidenceStore.ts';
import { hashOf } from './sendConfirmation.ts';
import { newObstacle } from './stillEligible.ts';
import { lockActivation } from './store.ts';

export interface ConfirmDeps extends Tracing {
  readonly database: Database;
}

const REPEATED_FOR_MS = 10 * 60_000;

/** The second yes, from whatever device the mail was opened on. A link works once. */
export async function confirmByLink(
  deps: ConfirmDeps,
  token: string,
): Promise<Result<Activation, Refusal<ActivationRefusalCode>>> {
  return deps.database.write(async (sql) => {
    const link = await lockLink(sql, hashOf(token));
    if (!link) return refuse({ code: 'activation/link-unknown' });
    const activation = await lockActivation(sql, link.activation);
    if (!activation) throw new Error('a link without an activation');
    if (link.usedAt) {
      // The same press again, after an answer that got lost.
      const isRepeated = deps.now().getTime() - link.usedAt.getTime() < REPEATED_FOR_MS;
      return isRepeated && activation.state === 'active'
        ? ok(activation)
        : refuse({ code: 'activation/link-used' });
    }
    const obstacle = await newObstacle(sql, activation, deps.now());
    if (obstacle) return refuse({ code: obstacle });
    const actor = { kind: 'resident', device: activation.device.thumbprint } as const;
    const confirmed = await advance(deps, sql, activation, { kind: 'confirmByMail' }, actor);
    if (confirmed.ok) await useLink(sql, hashOf(token), deps.now());
    return confirmed;
  });
}
