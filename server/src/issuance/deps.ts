import { webcrypto } from 'node:crypto';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { endpointsOf, type IssuanceEndpoints } from '@jatidiri/core/openid4vci/endpoints.ts';
import type { Attestations } from '@jatidiri/core/openid4vci/metadata.ts';
import { type CallerTries, callerTries } from '../platform/callerTries.ts';
import type { DecryptionKey, KeyStore } from '../platform/keys/keyStore.ts';
import type { SeenOnce } from '../platform/seenOnce.ts';
import type { IssueFamilyDeps } from './issueFamily.ts';
import { type Issuer, issuerSource } from './issuer.ts';
import type { WalletTrust } from './openid4vci/attestedWallet.ts';
import { type Nonces, nonceSource } from './openid4vci/nonces.ts';

/** How an installation stands towards wallets that are not its own. */
export interface WalletPolicy {
  /** Certificates (DER) of wallet providers whose attestations are believed. */
  readonly walletProviders: readonly Uint8Array[];
  readonly requireWalletAttestation: boolean;
  readonly requireKeyAttestation: boolean;
  /** How long copies for other wallets are held back, so that the resident can object. */
  readonly holdSeconds: number;
}

/** What the world brings along. */
interface Given extends Omit<IssueFamilyDeps, 'currentIssuer'>, WalletPolicy {
  readonly suite: Suite;
  readonly keys: KeyStore;
  readonly seen: SeenOnce;
  readonly issuerUri: string;
  readonly origins: { readonly wallet: string };
}

/** What the room's use cases work with; each takes the part that it uses. */
export interface IssuanceDeps extends Given, IssueFamilyDeps {
  readonly suite: Suite;
  readonly endpoints: IssuanceEndpoints;
  readonly nonces: Nonces;
  readonly txCodeSecret: Buffer;
  /** Authorization requests by address: each puts a question, which the ledger remembers. */
  readonly requestTries: CallerTries;
  readonly walletTrust: WalletTrust;
  readonly decryptionKey: () => Promise<DecryptionKey>;
  /** Who signs documents today; its certificate is good for nothing else. */
  readonly documentSigner: () => Promise<Issuer>;
}

/** What wallets encrypt their requests to; unlike an issuer's it certifies nothing and needs no certificate. */
const DECRYPTION_KEY = 'issuance-requests';

/** More than a hall full of people behind one address need, and far fewer than fill a ledger. */
const REQUESTS_PER_ADDRESS = 1_000;
const REQUEST_WINDOW_MS = 15 * 60_000;

export function issuanceDeps(given: Given): IssuanceDeps {
  const { keys, random, now, issuerUri } = given;
  let decryptionKey: Promise<DecryptionKey> | undefined;
  return {
    ...given,
    currentIssuer: issuerSource(given),
    documentSigner: issuerSource(given, 'document'),
    endpoints: endpointsOf(issuerUri),
    nonces: nonceSource(keys.secret('issuance-nonce'), random, now),
    txCodeSecret: keys.secret('issuance-tx-code'),
    requestTries: callerTries(REQUESTS_PER_ADDRESS, REQUEST_WINDOW_MS, now),
    walletTrust: walletTrustOf(given),
    decryptionKey() {
      decryptionKey ??= keys.decryptionKey(DECRYPTION_KEY);
      return decryptionKey;
    },
  };
}

function walletTrustOf(policy: WalletPolicy): WalletTrust {
  const { walletProviders, requireKeyAttestation, requireWalletAttestation } = policy;
  const isKnown = walletProviders.length > 0;
  if (!isKnown && (requireKeyAttestation || requireWalletAttestation))
    throw new Error(
      'Attestations are required, but WALLET_PROVIDERS names nobody to believe (docs/OPERATE.md).',
    );
  const stance = (isRequired: boolean): Attestations =>
    isRequired ? 'required' : isKnown ? 'verified' : 'none';
  return {
    verifyChain: chainVerifier(walletProviders, webcrypto as unknown as Crypto),
    keyAttestations: stance(requireKeyAttestation),
    walletAttestations: stance(requireWalletAttestation),
  };
}
