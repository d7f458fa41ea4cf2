import type { VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { TrustReply } from '@jatidiri/core/issuance/wire.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../api.ts';

/** The credential issuers that this installation stands for. */
export async function issuerTrust(): Promise<Result<VerifyChain, ApiRefusal>> {
  const answer = await callApi({
    method: 'GET',
    path: '/api/issuance/trust',
    parse: (body) => v.parse(TrustReply, body),
  });
  return answer.ok ? ok(chainVerifier(answer.value.roots.flatMap(certificatesInPem), crypto)) : answer;
}
