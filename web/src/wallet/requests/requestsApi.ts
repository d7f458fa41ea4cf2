import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import { DocumentReply, OwnRequests, type RequestBody } from '@jatidiri/core/service/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { untilAnswered } from '../../shared/untilAnswered.ts';
import type { Handset } from '../handset/handset.ts';

type Call = Handset['call'];
type Answer<T> = Promise<Result<T, ApiRefusal>>;

const PATH = '/api/service/requests';
const PART_BYTES = 32 * 1024;
const parse = (body: unknown) => v.parse(OwnRequests, body);

export const listRequests = (call: Call): Answer<OwnRequests> => call({ method: 'GET', path: PATH, parse });

export const sendRequest = (call: Call, body: RequestBody): Answer<OwnRequests> =>
  call({ method: 'POST', path: PATH, body, parse });

export const withdrawRequest = (call: Call, id: string): Answer<OwnRequests> =>
  call({ method: 'POST', path: `${PATH}/${id}/own-moves`, body: { kind: 'withdraw' }, parse });

export const addDocuments = (call: Call, id: string, documents: readonly string[]): Answer<OwnRequests> =>
  call({ method: 'POST', path: `${PATH}/${id}/own-moves`, body: { kind: 'addDocuments', documents }, parse });

/** Sends a photographed paper part by part, however often the line breaks; answers its digest. */
export async function sendDocument(call: Call, page: Blob, wanted: AbortSignal): Answer<string> {
  const digest = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', await page.arrayBuffer())));
  for (let received = 0; received < page.size; ) {
    const from = received;
    const answer = await untilAnswered(
      () =>
        call({
          method: 'PUT',
          path: `/api/service/documents/${digest}?from=${from}&size=${page.size}`,
          body: page.slice(from, from + PART_BYTES, 'application/octet-stream'),
          once: true,
          signal: wanted,
          parse: (body) => v.parse(DocumentReply, body).received,
        }),
      wanted,
    );
    if (!answer.ok) return answer;
    received = answer.value;
  }
  return ok(digest);
}
