import type { Certified } from '@jatidiri/core/chain/certified.ts';
import type { StatusList } from '@jatidiri/core/statuslist/token.ts';
import * as v from 'valibot';

/** What this verifier decides by, for weeks without a network if need be: all of it verified when it was fetched. */
export interface KeptTrust {
  /** Root certificates (DER) that this device accepts: those of its first contact, until a person accepts others. */
  readonly roots: readonly Uint8Array[];
  /** Roots that the server has named since, and that nobody has accepted here. */
  readonly offeredRoots: readonly Uint8Array[];
  readonly issuers: readonly Certified[];
  readonly lists: readonly StatusList[];
}

/** Why there is nothing newer; what is kept stays in use. */
export type TrustRefusalCode =
  | 'trust/unreachable'
  | 'trust/unreadable'
  /** Nothing that came stands below a root that this device accepts. */
  | 'trust/untrusted'
  /** The browser cannot unpack status lists (before Chrome 80, Safari 16.4). */
  | 'trust/browser-too-old';

const bytes = v.instance(Uint8Array);
const certified = v.object({
  publicJwk: v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: v.string(), y: v.string() }),
  subject: v.string(),
  uris: v.array(v.string()),
  dnsNames: v.optional(v.array(v.string()), []),
  extendedKeyUsages: v.optional(v.array(v.string()), []),
  authorityKeyIds: v.optional(v.array(v.string()), []),
  certificateSha256: bytes,
  notBefore: v.date(),
  notAfter: v.date(),
});
const Stored = v.object({
  roots: v.array(bytes),
  offeredRoots: v.array(bytes),
  issuers: v.array(certified),
  lists: v.array(
    v.object({
      uri: v.string(),
      bits: v.picklist([1, 2, 4, 8]),
      bytes,
      issuedAt: v.date(),
      expiresAt: v.optional(v.date()),
      ttlSeconds: v.optional(v.number()),
      issuer: certified,
    }),
  ),
});

/** What lies in the browser's storage may be of another version: then it is fetched anew. */
export function readKept(value: unknown): KeptTrust | undefined {
  const parsed = v.safeParse(Stored, value);
  return parsed.success ? (parsed.output as KeptTrust) : undefined;
}

/** When the authority signed the oldest of the lists: from then on this device may have missed a revocation. */
export function listsSignedAt({ lists }: KeptTrust): Date | undefined {
  const oldest = Math.min(...lists.map(({ issuedAt }) => issuedAt.getTime()));
  return Number.isFinite(oldest) ? new Date(oldest) : undefined;
}
