import { readFileSync } from 'node:fs';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import type { WalletPolicy } from './issuance/index.ts';
import type { Config } from './platform/config.ts';

/** What the settings say about wallets that are not ours; the providers' file is read once. */
export function walletPolicy(config: Config): WalletPolicy {
  const {
    walletProviders: file,
    requireWalletAttestation,
    requireKeyAttestation,
    walletHoldSeconds,
  } = config;
  return {
    walletProviders: file === undefined ? [] : certificatesInPem(readFileSync(file, 'utf8')),
    requireWalletAttestation,
    requireKeyAttestation,
    holdSeconds: walletHoldSeconds,
  };
}
