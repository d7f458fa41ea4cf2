import type { Result } from '@jatidiri/core/kit/result.ts';
import { type ObjectionAnswerRequest, ObjectionReply, ObjectionsReply } from '@jatidiri/core/rights/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

export async function listObjections({ call }: Session): Promise<Result<ObjectionsReply, ApiRefusal>> {
  const parse = (body: unknown) => v.parse(ObjectionsReply, body);
  return call({ method: 'GET', path: '/api/rights/objections/waiting', parse });
}

export async function answerObjection(
  { call }: Session,
  id: string,
  body: ObjectionAnswerRequest,
): Promise<Result<ObjectionReply, ApiRefusal>> {
  const parse = (reply: unknown) => v.parse(ObjectionReply, reply);
  return call({ method: 'POST', path: `/api/rights/objections/${id}/answer`, body, parse });
}
