import { statusOf } from '@jatidiri/core/holder/withdrawn.ts';
import type { SignEs256 } from '@jatidiri/core/kit/suite.ts';
import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import { openKeyRing } from '../copies/keyRing.ts';
import type { WalletStore } from '../handset/walletStore.ts';
import type { Vault } from '../vault/vault.ts';

const Pass = v.object({
  /** The KIA with which it came: another one withdraws it. */
  kia: v.string(),
  keyId: v.string(),
  /** Base64url of the issuer-signed half. */
  issued: v.string(),
  validUntil: v.pipe(v.string(), v.isoTimestamp()),
  uses: v.number(),
});
export type Pass = v.InferOutput<typeof Pass>;

/** What a counter is shown: signed by a key that signs nothing else. */
export interface Showing {
  readonly issued: string;
  readonly sign: SignEs256;
}

/** Passes of the children's KIA, sealed behind the PIN; their keys lie beside the handset's. */
export interface PassStore {
  /** How many nobody has seen yet. */
  unused(kia: string): Promise<number>;
  /** The least used one, counted as used; undefined when there is none. */
  take(kia: string): Promise<Showing | undefined>;
  /** Takes these in; used and expired ones go, and those of KIA that this wallet has no more. */
  keep(
    received: readonly Pass[],
    keys: Readonly<Record<string, CryptoKey>>,
    held: readonly string[],
  ): Promise<void>;
}

/** A KIA by its entry of the status list: whatever changes the child takes that away and gives another. */
export function kiaId(sdJwtVc: string): string {
  const status = statusOf({ format: 'dc+sd-jwt', credential: sdJwtVc });
  return `${status?.uri} ${status?.idx}`;
}

export function openPassStore(store: WalletStore, vault: Vault, now: () => Date): PassStore {
  const keyRing = openKeyRing(store, 'passKeys');

  async function read(): Promise<readonly Pass[]> {
    const kept = v.safeParse(v.array(Pass), await vault.get('kiaPasses'));
    return kept.success ? kept.output.filter(({ validUntil }) => new Date(validUntil) > now()) : [];
  }
  async function write(passes: readonly Pass[]): Promise<void> {
    if (!(await vault.put('kiaPasses', passes))) throw new Error('the vault was locked');
  }
  const inTurn = <T>(work: () => Promise<T>) => alone('kia-passes', work);

  return {
    unused: async (kia) => (await read()).filter((pass) => pass.kia === kia && pass.uses === 0).length,
    take: (kia) =>
      inTurn(async () => {
        const passes = await read();
        const [next] = passes.filter((pass) => pass.kia === kia).sort((a, b) => a.uses - b.uses);
        if (!next) return undefined;
        await write(passes.map((pass) => (pass === next ? { ...pass, uses: pass.uses + 1 } : pass)));
        return { issued: next.issued, sign: await keyRing.signerOf(next.keyId) };
      }),
    keep: (received, keys, held) =>
      inTurn(async () => {
        const renewed = new Set(received.map(({ kia }) => kia));
        const left = (await read()).filter(
          ({ kia, uses }) => held.includes(kia) && (uses === 0 || !renewed.has(kia)),
        );
        const passes = [...left, ...received];
        // The keys first: a pass without its key would be worth nothing.
        await keyRing.keep(keys, new Set(passes.map(({ keyId }) => keyId)));
        await write(passes);
      }),
  };
}
