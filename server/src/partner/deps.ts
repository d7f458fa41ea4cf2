import type { GuardDeps } from '../office/index.ts';
import type { AccessAuthorityDeps } from './accessAuthority.ts';
import type { RepresentativeDeps } from './representative/deps.ts';
import type { RequirePartner } from './requirePartner.ts';

/** What the room needs from the world; each use case takes the part that it uses. */
export interface PartnerDeps extends RepresentativeDeps, AccessAuthorityDeps, GuardDeps {
  readonly origins: { readonly partner: string; readonly desk: string; readonly portal: string };
  readonly demo: boolean;
  readonly requirePartner: RequirePartner;
  /** Rupiah that commercial partners usually pay. */
  readonly pricePerNik: number;
}
