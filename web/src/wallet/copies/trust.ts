import type { VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { AccessTrust } from '@jatidiri/core/partner/wire.ts';
import * as v from 'valibot';
import { type ApiRefusal, callApi } from '../../shared/api.ts';

type Trust = Promise<Result<VerifyChain, ApiRefusal>>;

/** The institutions that were admitted, and are at this moment: asked anew each time. */
export async function verifierTrust(): Trust {
  const answer = await callApi({
    method: 'GET',
    path: '/api/partner/trust',
    parse: (body) => v.parse(AccessTrust, body),
  });
  if (!answer.ok) return answer;
  const { roots, revoked } = answer.value;
  const verifyChain = chainVerifier(roots.flatMap(certificatesInPem), crypto);
  return ok(async (x5c, now) => {
    const chain = await verifyChain(x5c, now);
    const isRevoked = chain.ok && revoked.includes(toBase64url(chain.value.certificateSha256));
    return isRevoked ? refuse({ code: 'chain/untrusted' }) : chain;
  });
}
