import type { VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../api.ts';

/** Who signs credentials in this installation, or documents. */
export async function issuerTrust(
  purpose: 'issuing' | 'document' = 'issuing',
): Promise<Result<VerifyChain, ApiRefusal>> {
  const answer = await callApi({
    method: 'GET',
    path: '/api/issuance/trust',
    parse: (body) => v.parse(TrustReply, body),
  });
  if (!answer.ok) return answer;
  return ok(chainVerifier(answer.value.roots.flatMap(certificatesInPem), crypto, purpose));
}
