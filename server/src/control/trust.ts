import { IKD_DOCTYPE, IKD_NAMESPACE, IKD_VCT } from '@jatidiri/core/issuance/model.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { IKD_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import { readTrust } from '../issuance/index.ts';
import { readAccessTrust } from '../partner/index.ts';
import type { ControlTrustReply } from './wire.ts';

/** A query that asks for the name in each configuration (OpenID4VP section 6). */
const QUERIES: Readonly<Record<string, { credentials: JsonObject[] }>> = {
  'ikd-sd-jwt': {
    credentials: [
      { id: 'ikd', format: 'dc+sd-jwt', meta: { vct_values: [IKD_VCT] }, claims: [{ path: ['name'] }] },
    ],
  },
  'ikd-mdoc': {
    credentials: [
      {
        id: 'ikd',
        format: 'mso_mdoc',
        meta: { doctype_value: IKD_DOCTYPE },
        claims: [{ path: [IKD_NAMESPACE, 'name'] }],
      },
    ],
  },
};

/** What a foreign wallet and a foreign verifier need in order to trust this installation. */
export async function controlTrust(
  deps: Parameters<typeof readTrust>[0] & Parameters<typeof readAccessTrust>[0],
): Promise<ControlTrustReply> {
  const [issuers, verifiers] = await Promise.all([readTrust(deps), readAccessTrust(deps)]);
  return {
    issuerCa: issuers.roots.join(''),
    verifierCa: verifiers.roots.join(''),
    configIds: [...IKD_CONFIGURATIONS],
    dcql: QUERIES,
  };
}
