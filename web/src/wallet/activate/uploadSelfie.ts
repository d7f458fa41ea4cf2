import { type ApplicationStatus, SelfiePartReply } from '@jatidiri/core/activation/wire.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { untilAnswered } from '../../shared/untilAnswered.ts';
import type { Handset } from '../handset/handset.ts';

/** On a line that carries it, most selfies are two parts; after each loss the parts become half as large. */
const PART_BYTES = 16 * 1024;
const LEAST_PART_BYTES = 2 * 1024;
const DAMAGED_TRIES = 3;

interface Upload {
  /** Of the selfie; the photo's digest comes behind it. */
  readonly path: string;
  readonly photo: Blob;
  /** What the server was known to have. It says itself when that is wrong. */
  readonly from: number;
  readonly onSent: (bytes: number) => Promise<void>;
  readonly wanted: AbortSignal;
}

/** Sends a photo part by part until it is whole at the server, however often the line breaks. */
export async function uploadSelfie(
  call: Handset['call'],
  { path, photo, from, onSent, wanted }: Upload,
): Promise<Result<ApplicationStatus, ApiRefusal>> {
  const digest = await digestOf(photo);
  let received = Math.min(from, photo.size - 1);
  let damaged = 0;
  let part = PART_BYTES;

  async function sendPart() {
    const answer = await call({
      method: 'PUT',
      path: `${path}/${digest}?offset=${received}&size=${photo.size}`,
      body: photo.slice(received, received + part, 'application/octet-stream'),
      once: true,
      signal: wanted,
      parse: (body) => v.parse(SelfiePartReply, body),
    });
    if (!answer.ok) part = Math.max(part / 2, LEAST_PART_BYTES);
    return answer;
  }

  for (;;) {
    const answer = await untilAnswered(sendPart, wanted);
    const isDamaged = !answer.ok && answer.refusal.code === 'activation/selfie-damaged';
    if (isDamaged && ++damaged < DAMAGED_TRIES) {
      received = 0;
      continue;
    }
    if (!answer.ok) return answer;
    received = answer.value.received;
    if (received === photo.size) return ok(answer.value.application);
    await onSent(received);
  }
}

async function digestOf(photo: Blob): Promise<string> {
  const bytes = await photo.arrayBuffer();
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
