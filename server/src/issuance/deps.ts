import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { endpointsOf, type IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import type { KeyStore } from '../platform/keys/keyStore.ts';
import type { SeenOnce } from '../platform/seenOnce.ts';
import type { IssueDeps } from './issueIkd.ts';
import { issuerSource } from './issuer.ts';
import { type Nonces, nonceSource } from './openid4vci/nonces.ts';

/** What the world brings along. */
interface Given extends Omit<IssueDeps, 'currentIssuer'> {
  readonly suite: Suite;
  readonly keys: KeyStore;
  readonly seen: SeenOnce;
  readonly issuerUri: string;
  readonly origins: { readonly wallet: string };
}

/** What the room's use cases work with; each takes the part that it uses. */
export interface IssuanceDeps extends Given, IssueDeps {
  readonly suite: Suite;
  readonly endpoints: IssuanceEndpoints;
  readonly nonces: Nonces;
  readonly txCodeSecret: Buffer;
}

export function issuanceDeps(given: Given): IssuanceDeps {
  const { keys, random, now, issuerUri } = given;
  return {
    ...given,
    currentIssuer: issuerSource(given),
    endpoints: endpointsOf(issuerUri),
    nonces: nonceSource(keys.secret('issuance-nonce'), random, now),
    txCodeSecret: keys.secret('issuance-tx-code'),
  };
}
