import { toPem } from '@jatidiri/core/chain/createCertificate.ts';
import { toBase64url } from '@jatidiri/core/kit/bytes.ts';
import type { AccessTrust } from '@jatidiri/core/partner/wire.ts';
import type { Database } from '../platform/db/database.ts';
import { listAccessRoots, listRevokedAccess } from './accessCertificateStore.ts';

/** By what a wallet tells whether a request comes from an admitted institution. */
export async function readAccessTrust({
  database,
  now,
}: {
  database: Database;
  now: () => Date;
}): Promise<AccessTrust> {
  const roots = await listAccessRoots(database.read, now());
  const revoked = await listRevokedAccess(database.read, now());
  return { roots: roots.map(({ der }) => toPem(der)), revoked: revoked.map(toBase64url) };
}
