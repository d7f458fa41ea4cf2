import { openPhotocopy, photocopyKeys, secretIn } from '@jatidiri/core/document/photocopySecret.ts';
import { type PhotocopyContent, verifyPhotocopy } from '@jatidiri/core/document/signedPhotocopy.ts';
import { CheckReply } from '@jatidiri/core/document/wire.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';
import { issuerTrust } from '../../shared/trust/issuerTrust.ts';

/** What became of looking at a photocopy. */
export type Checked =
  | { readonly kind: 'valid'; readonly content: PhotocopyContent; readonly outdated: boolean }
  | { readonly kind: 'expired' | 'withdrawn' }
  /** Not a code of ours, not known, or not what we signed. */
  | { readonly kind: 'false' }
  | { readonly kind: 'refused'; readonly refusal: ApiRefusal };

/** Asks by the reference alone; the secret stays in this page, which opens and verifies the content itself. */
export async function checkCopy(fragment: string): Promise<Checked> {
  const secret = secretIn(fragment);
  if (!secret) return { kind: 'false' };
  const { reference, key } = await photocopyKeys(secret, crypto.subtle);
  const answer = await callApi({
    method: 'POST',
    path: '/api/document/photocopy-checks',
    body: { reference },
    parse: (body) => v.parse(CheckReply, body),
  });
  if (!answer.ok)
    return answer.refusal.code === 'document/reference-unknown'
      ? { kind: 'false' }
      : { kind: 'refused', refusal: answer.refusal };
  if (answer.value.standing !== 'valid') return { kind: answer.value.standing };
  const trust = await issuerTrust();
  if (!trust.ok) return { kind: 'refused', refusal: trust.refusal };
  const { sealed, outdated } = answer.value;
  const signed = await openPhotocopy(fromBase64(sealed), key, crypto.subtle);
  const content =
    signed &&
    (await verifyPhotocopy(signed, reference, {
      verifyChain: trust.value,
      suite: webSuite(crypto.subtle),
      now: new Date(),
    }));
  return content ? { kind: 'valid', content, outdated } : { kind: 'false' };
}
