import type { Suite } from '@jatidiri/core/kit/suite.ts';
import type { WilayahTree } from '@jatidiri/core/wilayah/tree.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import type { RelyingParty } from '../platform/passkey/ceremony.ts';

/** The desk as passkeys know it. */
export const deskParty = ({ desk }: OfficeDeps['origins']): RelyingParty => ({
  name: 'Jatidiri – Meja Petugas',
  origin: desk,
});

/** What the room needs from the world; each use case takes the part that it uses. */
export interface OfficeDeps extends Tracing {
  readonly database: Database;
  readonly suite: Pick<Suite, 'sha256'>;
  readonly origins: { readonly desk: string };
  readonly wilayah: Pick<WilayahTree, 'find'>;
  /** Only then do demonstration officers get in. */
  readonly demo: boolean;
}
