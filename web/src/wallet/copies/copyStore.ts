import type { KeyedCopy } from '@jatidiri/core/holder/acceptCredential.ts';
import { credentialOf } from '@jatidiri/core/holder/copies.ts';
import type { HeldCopy, HolderKey } from '@jatidiri/core/holder/model.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import { webSigner } from '@jatidiri/core/kit/webSuite.ts';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { makeSigningKey } from '../../shared/signingKey.ts';
import type { WalletStore } from '../handset/walletStore.ts';
import type { Vault } from '../vault/vault.ts';
import { openKeyRing } from './keyRing.ts';

/**
 * The copies of credentials that are shown to verifiers, sealed behind the PIN; and their keys, which cannot be
 * exported and lie beside the handset's key.
 */
export interface CopyStore {
  /** Empty while the vault is locked. */
  readonly copies: () => Promise<readonly HeldCopy[]>;
  readonly newKey: () => Promise<HolderKey>;
  /** Takes more of a credential; used and expired copies of it go. @throws Error when the vault was locked meanwhile */
  readonly keep: (received: readonly KeyedCopy[]) => Promise<void>;
  /** Takes a credential that was issued anew: it may say something else, so every earlier copy goes. @throws as `keep` */
  readonly replace: (received: readonly KeyedCopy[]) => Promise<void>;
  /** Takes these out, with their keys. */
  readonly drop: (keyIds: ReadonlySet<string>) => Promise<void>;
  readonly signerOf: (keyId: string) => Promise<SignEs256>;
  readonly countUse: (keyIds: readonly string[]) => Promise<void>;
}

const LOCK = 'copies';

export function openCopyStore(store: WalletStore, vault: Vault, now: () => Date): CopyStore {
  const made = new Map<string, CryptoKey>();
  const keyRing = openKeyRing(store, 'copyKeys');

  async function read(): Promise<readonly HeldCopy[]> {
    const kept = v.safeParse(Copies, await vault.get('copies'));
    return kept.success ? kept.output : [];
  }
  async function write(copies: readonly HeldCopy[]): Promise<void> {
    if (!(await vault.put('copies', copies))) throw new Error('the vault was locked');
  }

  /** What is of other credentials stays, also when it has run out: the resident is shown that it has. */
  const add = (received: readonly KeyedCopy[], stays: (copy: HeldCopy) => boolean) =>
    alone(LOCK, async () => {
      const fresh = received.map(({ copy }) => copy);
      const renewed = new Set(fresh.map(credentialOf));
      const left = (await read()).filter((copy) => !renewed.has(credentialOf(copy)) || stays(copy));
      const copies = [...left, ...fresh];
      const keys = received.map(({ copy, key }) => [copy.keyId, made.get(key.publicJwk.x)!] as const);
      const needed = new Set(copies.map(({ keyId }) => keyId));
      // The keys first: a copy without its key would be worth nothing.
      await keyRing.keep(Object.fromEntries(keys), needed);
      await write(copies);
      made.clear();
    });

  return {
    copies: read,
    async newKey() {
      const { privateKey, jwk } = await makeSigningKey();
      made.set(jwk.x, privateKey);
      return { publicJwk: jwk, sign: webSigner(crypto.subtle, privateKey) };
    },
    keep: (received) =>
      add(received, ({ uses, expiresAt }) => uses === 0 && !(expiresAt && expiresAt <= now())),
    replace: (received) => add(received, () => false),
    drop: (keyIds) =>
      alone(LOCK, async () => {
        const left = (await read()).filter(({ keyId }) => !keyIds.has(keyId));
        await write(left);
        await keyRing.keep({}, new Set(left.map(({ keyId }) => keyId)));
      }),
    signerOf: keyRing.signerOf,
    countUse: (keyIds) =>
      alone(LOCK, async () => {
        const counted = (copy: HeldCopy) =>
          keyIds.includes(copy.keyId) ? { ...copy, uses: copy.uses + 1 } : copy;
        await write((await read()).map(counted));
      }),
  };
}

const text = v.string();
const Copies = v.array(
  v.object({
    keyId: text,
    format: v.picklist(['dc+sd-jwt', 'mso_mdoc']),
    type: text,
    issuer: text,
    configurationId: text,
    dataset: v.exactOptional(text),
    credential: text,
    expiresAt: v.optional(v.pipe(text, v.isoTimestamp(), v.toDate())),
    authorityKeyIds: v.array(text),
    uses: v.number(),
  }),
);
