import * as v from 'valibot';
import { alone } from '../../shared/alone.ts';
import type { Vault } from '../vault/vault.ts';

/** What this wallet showed to whom: kept sealed on the handset, because nobody else knows of all of it. */
const Presentation = v.object({
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** The verified name, and where the answer went. */
  verifier: v.string(),
  host: v.string(),
  /** Not our installation’s own verifier: then the server's trail knows nothing of it. */
  elsewhere: v.boolean(),
  purpose: v.optional(v.string()),
  /** Names of claims, as `IKD_CLAIMS` has them. */
  claims: v.array(v.string()),
  outcome: v.picklist(['sent', 'declined', 'failed']),
});
export type Presentation = v.InferOutput<typeof Presentation>;

const KEPT = 500;

/** The newest first; empty while the vault is locked. */
export async function readPresentations(vault: Pick<Vault, 'get'>): Promise<readonly Presentation[]> {
  const kept = v.safeParse(v.array(Presentation), await vault.get('presentations'));
  return kept.success ? kept.output : [];
}

export function keepPresentation(vault: Pick<Vault, 'get' | 'put'>, shown: Presentation): Promise<unknown> {
  return alone('presentations', async () =>
    vault.put('presentations', [shown, ...(await readPresentations(vault))].slice(0, KEPT)),
  );
}
