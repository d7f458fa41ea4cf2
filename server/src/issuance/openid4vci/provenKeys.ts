import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk, Suite } from '@jatidiri/core/kit/suite.ts';
import { BATCH_SIZE, type ConfigurationId } from '@jatidiri/core/openid4vci/configurations.ts';
import { type KeyProof, verifyKeyProof } from '@jatidiri/core/openid4vci/keyProof.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { CredentialRequest } from '@jatidiri/core/openid4vci/wire.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Grant, spendNonce } from './grantStore.ts';
import type { Nonces } from './nonces.ts';
import { hashOf } from './secrets.ts';

export interface ProofDeps {
  readonly database: Database;
  readonly suite: Suite;
  readonly now: () => Date;
  readonly nonces: Nonces;
  readonly issuerUri: string;
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

/** The keys that the wallet has shown to hold, fresh and for this issuer: one copy is bound to each. */
export async function provenKeys(
  deps: ProofDeps,
  proofs: CredentialRequest['proofs'],
  grant: Grant,
  configuration: ConfigurationId,
): Promise<Checked<readonly PublicJwk[]>> {
  const sent = proofsOf(proofs);
  if (!sent.ok) return sent;
  const proven = await verifyAll(deps, sent.value, grant);
  if (!proven.ok) return proven;
  const keys = proven.value.map(({ jwk }) => jwk);
  const names = await Promise.all(keys.map((key) => thumbprint(deps.suite, key)));
  if (new Set(names).size < names.length) return refuse({ code: 'openid4vci/proof-key-repeated' });
  const fresh = await spendNonces(deps, proven.value, grant, configuration);
  return fresh.ok ? ok(keys) : fresh;
}

/** Exactly one proof type, and no more proofs than a batch holds (section 8.2). */
function proofsOf(proofs: CredentialRequest['proofs']): Checked<readonly unknown[]> {
  if (!proofs) return refuse({ code: 'openid4vci/proof-missing' });
  const [[type, list] = [undefined, undefined], ...more] = Object.entries(proofs);
  if (more.length > 0 || type !== 'jwt') return refuse({ code: 'openid4vci/proof-type' });
  if (!Array.isArray(list) || list.length === 0) return refuse({ code: 'openid4vci/proof-missing' });
  return list.length > BATCH_SIZE ? refuse({ code: 'openid4vci/too-many-proofs' }) : ok(list);
}

async function verifyAll(
  { suite, now, issuerUri }: ProofDeps,
  proofs: readonly unknown[],
  { clientId }: Grant,
): Promise<Checked<readonly KeyProof[]>> {
  const expected = { audience: issuerUri, clientId, now: now() };
  const verified: KeyProof[] = [];
  for (const proof of proofs) {
    const outcome = await verifyKeyProof(suite, proof, expected);
    if (!outcome.ok) return outcome;
    verified.push(outcome.value);
  }
  return ok(verified);
}

async function spendNonces(
  { database, nonces }: ProofDeps,
  proofs: readonly KeyProof[],
  grant: Grant,
  configuration: ConfigurationId,
): Promise<Checked<null>> {
  for (const nonce of new Set(proofs.map((proof) => proof.nonce))) {
    const until = nonces.goodUntil(nonce);
    if (!until || !(await spendNonce(database.read, hashOf(nonce), grant.id, configuration, until)))
      return refuse({ code: 'openid4vci/nonce' });
  }
  return ok(null);
}
