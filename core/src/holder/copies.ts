import type { HeldCopy } from './model.ts';

/** One credential of the wallet, in as many copies as are left. */
export interface HeldCredential {
  readonly issuer: string;
  readonly configurationId: string;
  readonly copies: readonly HeldCopy[];
  /** The copy to show next: the least used, so that as few verifiers as possible see the same one. */
  readonly next: HeldCopy;
}

/** What can still be shown, one entry for each credential, in the order in which they were received. */
export function heldCredentials(copies: readonly HeldCopy[], now: Date): readonly HeldCredential[] {
  const groups = new Map<string, HeldCopy[]>();
  for (const copy of copies) {
    if (copy.expiresAt && copy.expiresAt <= now) continue;
    const name = credentialOf(copy);
    groups.set(name, [...(groups.get(name) ?? []), copy]);
  }
  return [...groups.values()].map((group) => ({
    issuer: group[0]!.issuer,
    configurationId: group[0]!.configurationId,
    copies: group,
    next: group.reduce((least, copy) => (copy.uses < least.uses ? copy : least)),
  }));
}

/** Of which credential something is a copy. */
export const credentialOf = ({ issuer, configurationId, dataset = '' }: HeldCopy): string =>
  `${issuer} ${configurationId} ${dataset}`;

/** How many copies nobody has seen yet. */
export const unusedCopies = ({ copies }: HeldCredential): number =>
  copies.filter(({ uses }) => uses === 0).length;
