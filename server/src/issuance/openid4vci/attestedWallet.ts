import type { VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { Attestations } from '@jatidiri/core/openid4vci/metadata.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { verifyWalletAttestation } from '@jatidiri/core/openid4vci/walletAttestation.ts';
import type { FastifyRequest } from 'fastify';
import type { SeenOnce } from '../../platform/seenOnce.ts';

/** Which wallet providers an installation trusts, and on what of theirs it insists. */
export interface WalletTrust {
  readonly verifyChain: VerifyChain;
  readonly keyAttestations: Attestations;
  readonly walletAttestations: Attestations;
}

export interface ClientDeps {
  readonly suite: Suite;
  readonly now: () => Date;
  readonly seen: SeenOnce;
  readonly endpoints: { readonly authorizationServer: string };
  readonly walletTrust: WalletTrust;
}

export interface Client {
  /** Null for anonymous access. */
  readonly id: string | null;
  /** As the wallet's provider calls it; null when nobody vouches for it. */
  readonly name: string | null;
}

const WINDOW_MS = 10 * 60_000;

/** Who sends this request: a wallet that its provider vouches for, or whoever it says it is. */
export async function clientOf(
  deps: ClientDeps,
  { headers }: Pick<FastifyRequest, 'headers'>,
  clientId: string | undefined,
): Promise<Result<Client, Refusal<Openid4vciRefusalCode>>> {
  const { walletAttestations, verifyChain } = deps.walletTrust;
  const attestation = headers['oauth-client-attestation'];
  const proof = headers['oauth-client-attestation-pop'];
  if (walletAttestations === 'none') return ok({ id: clientId ?? null, name: null });
  if (attestation === undefined && proof === undefined) {
    if (walletAttestations === 'required') return refuse({ code: 'openid4vci/wallet-attestation-missing' });
    return ok({ id: clientId ?? null, name: null });
  }

  const untrusted = refuse({ code: 'openid4vci/wallet-attestation' } as const);
  if (typeof attestation !== 'string' || typeof proof !== 'string') return untrusted;
  const tools = { suite: deps.suite, verifyChain, now: deps.now() };
  const wallet = await verifyWalletAttestation(
    tools,
    { attestation, proof },
    deps.endpoints.authorizationServer,
  );
  if (!wallet.ok) return wallet;
  const { clientId: id, name, jti, provenAt } = wallet.value;
  if (clientId !== undefined && clientId !== id) return untrusted;
  const isFirst = await deps.seen.take(`wallet:${id}:${jti}`, new Date(provenAt.getTime() + WINDOW_MS));
  return isFirst ? ok({ id, name }) : untrusted;
}
