import { obstacle } from '@jatidiri/core/activation/eligibility.ts';
import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ActivationRefusalCode } from '@jatidiri/core/activation/refusals.ts';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import type { Sql } from '../platform/db/database.ts';
import { holdById } from '../registry/index.ts';

/**
 * What has come in the way since the form was sent: a week may have passed, and a death or a move been recorded. The
 * record is held, so that nothing changes between this answer and the step that it allows.
 */
export async function newObstacle(
  sql: Sql,
  { resident }: Activation,
  now: Date,
): Promise<ActivationRefusalCode | undefined> {
  const record = await holdById(sql, resident);
  if (!record) throw new Error('an activation without a resident');
  return obstacle(record, dayInKaltim(now));
}
