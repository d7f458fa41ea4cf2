import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';
import { BATCH_SIZE } from '@jatidiri/core/openid4vci/configurations.ts';
import { verifyKeyAttestation } from '@jatidiri/core/openid4vci/keyAttestation.ts';
import { verifyKeyProof } from '@jatidiri/core/openid4vci/keyProof.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { CredentialRequest } from '@jatidiri/core/openid4vci/wire.ts';
import type { Database } from '../../platform/db/database.ts';
import type { WalletTrust } from './attestedWallet.ts';
import type { Dataset } from './copies.ts';
import { type Grant, spendNonce } from './grantStore.ts';
import type { Nonces } from './nonces.ts';
import { hashOf } from './secrets.ts';

export interface ProofDeps {
  readonly database: Database;
  readonly suite: Suite;
  readonly now: () => Date;
  readonly nonces: Nonces;
  readonly issuerUri: string;
  readonly walletTrust: WalletTrust;
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

/** What one proof shows: keys of the wallet, and the nonces that make it fresh. */
interface Proven {
  readonly keys: readonly PublicJwk[];
  readonly nonces: readonly string[];
}

/** The keys that the wallet has shown to hold, fresh and for this issuer: one copy is bound to each. */
export async function provenKeys(
  deps: ProofDeps,
  proofs: CredentialRequest['proofs'],
  grant: Grant,
  dataset: Dataset,
): Promise<Checked<readonly PublicJwk[]>> {
  const sent = proofsOf(deps, proofs);
  if (!sent.ok) return sent;
  const verified: Proven[] = [];
  for (const proof of sent.value.list) {
    const proven = await VERIFY[sent.value.type](deps, proof, grant);
    if (!proven.ok) return proven;
    verified.push(proven.value);
  }
  const keys = verified.flatMap((proven) => proven.keys);
  if (keys.length > BATCH_SIZE) return refuse({ code: 'openid4vci/too-many-proofs' });
  const names = await Promise.all(keys.map((key) => thumbprint(deps.suite, key)));
  if (new Set(names).size < names.length) return refuse({ code: 'openid4vci/proof-key-repeated' });
  const nonces = new Set(verified.flatMap((proven) => proven.nonces));
  const fresh = await spendNonces(deps, nonces, grant, dataset);
  return fresh.ok ? ok(keys) : fresh;
}

/** Exactly one proof type, and no more proofs than a batch holds (section 8.2). */
function proofsOf(
  { walletTrust }: ProofDeps,
  proofs: CredentialRequest['proofs'],
): Checked<{ type: keyof typeof VERIFY; list: readonly unknown[] }> {
  if (!proofs) return refuse({ code: 'openid4vci/proof-missing' });
  const [[type, list] = [undefined, undefined], ...more] = Object.entries(proofs);
  const isKnown = type === 'jwt' || (type === 'attestation' && walletTrust.keyAttestations !== 'none');
  if (more.length > 0 || !isKnown) return refuse({ code: 'openid4vci/proof-type' });
  if (!Array.isArray(list) || list.length === 0) return refuse({ code: 'openid4vci/proof-missing' });
  const most = type === 'jwt' ? BATCH_SIZE : 1;
  return list.length > most ? refuse({ code: 'openid4vci/too-many-proofs' }) : ok({ type, list });
}

const VERIFY = { jwt: verifyProof, attestation: verifyAttestation } as const;

/** A proof of possession; with a key attestation it brings all the keys that are attested with it (appendix F.1). */
async function verifyProof(deps: ProofDeps, proof: unknown, { clientId }: Grant): Promise<Checked<Proven>> {
  const { suite, now, issuerUri, walletTrust } = deps;
  const proven = await verifyKeyProof(suite, proof, { audience: issuerUri, clientId, now: now() });
  if (!proven.ok) return proven;
  const { jwk, nonce, keyAttestation } = proven.value;
  if (walletTrust.keyAttestations === 'none') return ok({ keys: [jwk], nonces: [nonce] });
  if (keyAttestation === undefined) {
    if (walletTrust.keyAttestations === 'required')
      return refuse({ code: 'openid4vci/key-attestation-missing' });
    return ok({ keys: [jwk], nonces: [nonce] });
  }
  const tools = { suite, verifyChain: walletTrust.verifyChain, now: now() };
  const attested = await verifyKeyAttestation(tools, keyAttestation, 'jwt');
  if (!attested.ok) return attested;
  const isAttested = attested.value.keys.some(({ x, y }) => x === jwk.x && y === jwk.y);
  if (!isAttested) return refuse({ code: 'openid4vci/key-attestation' });
  return ok({ keys: attested.value.keys, nonces: [nonce, attested.value.nonce] });
}

/** A key attestation by itself: its provider answers for the keys (appendix F.3). */
async function verifyAttestation(
  { suite, now, walletTrust }: ProofDeps,
  attestation: unknown,
): Promise<Checked<Proven>> {
  const tools = { suite, verifyChain: walletTrust.verifyChain, now: now() };
  const attested = await verifyKeyAttestation(tools, attestation, 'attestation');
  return attested.ok ? ok({ keys: attested.value.keys, nonces: [attested.value.nonce] }) : attested;
}

async function spendNonces(
  { database, nonces }: ProofDeps,
  used: ReadonlySet<string>,
  grant: Grant,
  { configuration, identifier }: Dataset,
): Promise<Checked<null>> {
  for (const nonce of used) {
    const until = nonces.goodUntil(nonce);
    const once = identifier ?? configuration;
    if (!until || !(await spendNonce(database.read, hashOf(nonce), grant.id, once, until)))
      return refuse({ code: 'openid4vci/nonce' });
  }
  return ok(null);
}
