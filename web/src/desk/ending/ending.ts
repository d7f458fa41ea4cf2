import { AttestationReply, type EndingRequest } from '@jatidiri/core/activation/wire.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

/** `ended`: an active IKD. `cancelled`: one that an officer had approved and that waited for its confirmation. */
export async function endIdentity(
  { call }: Session,
  body: EndingRequest,
): Promise<Result<AttestationReply['state'], ApiRefusal>> {
  const path = '/api/activation/endings';
  return call({ method: 'POST', path, body, parse: (reply) => v.parse(AttestationReply, reply).state });
}
