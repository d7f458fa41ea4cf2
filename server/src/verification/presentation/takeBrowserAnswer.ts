import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { RequestId } from '@jatidiri/core/verification/model.ts';
import { findRequest } from './store.ts';
import { type TakeDeps, takeAnswer } from './takeAnswer.ts';

type Outcome = Result<null, Refusal<'verification/unknown' | 'verification/answer-refused'>>;

/**
 * What a page of the asker got from the Digital Credentials API (OpenID4VP 1.0 appendix A.4).
 * @param origin of the page; the one that was named with the request unless told otherwise
 */
export async function takeBrowserAnswer(
  deps: TakeDeps,
  id: string,
  data: JsonObject,
  origin?: string,
): Promise<Outcome> {
  const request = await findRequest(deps.database.read, id as RequestId);
  const from = origin ?? request?.origin;
  if (!request || !from) return refuse({ code: 'verification/unknown' });
  const taken = await takeAnswer(deps, request, { kind: 'browser', origin: from }, data);
  return taken.ok ? ok(null) : refuse({ code: 'verification/answer-refused', field: taken.refusal.code });
}
