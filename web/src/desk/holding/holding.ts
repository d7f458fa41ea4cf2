import { AttestationReply, type HoldRequest } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

/** Reported lost, or found again. */
export type Hold = 'suspend' | 'resume';

const PATHS: Record<Hold, string> = {
  suspend: '/api/activation/suspensions',
  resume: '/api/activation/resumptions',
};

export async function holdIdentity(
  { call }: Session,
  { reason, nik, name }: HoldRequest & { readonly reason: Hold },
): Promise<Result<AttestationReply['state'], ApiRefusal>> {
  const body = { nik, name };
  return call({
    method: 'POST',
    path: PATHS[reason],
    body,
    parse: (reply) => v.parse(AttestationReply, reply).state,
  });
}
