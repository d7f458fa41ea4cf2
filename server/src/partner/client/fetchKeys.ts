import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { parseClientKeys } from '@jatidiri/core/partner/clientKeys.ts';
import type { ClientJwk } from '@jatidiri/core/partner/model.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { fetchPublicJson } from '../../platform/http/fetchPublicJson.ts';

/** What `jwks_uri` answers just now, checked as an upload would be. */
export async function fetchKeys(
  address: string,
  { demo }: { demo: boolean },
): Promise<Result<readonly ClientJwk[], Refusal<PartnerRefusalCode>>> {
  const field = 'keys';
  const fetched = await fetchPublicJson(address, { loopback: demo });
  if (!fetched.ok) {
    const code =
      fetched.refusal.code === 'fetch/address' ? 'partner/keys-address' : 'partner/keys-unreachable';
    return refuse({ code, field });
  }
  const keys = parseClientKeys(fetched.value);
  return keys.ok ? ok(keys.value) : refuse({ code: keys.refusal.code, field });
}
