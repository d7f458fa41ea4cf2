import { toPem, toX5c } from '@jatidiri/core/chain/createCertificate.ts';
import { CREDENTIAL_VALIDITY_DAYS } from '@jatidiri/core/issuance/validity.ts';
import { statusListUri, type TrustReply } from '@jatidiri/core/issuance/wire.ts';
import type { Database } from '../platform/db/database.ts';
import { listTrusted } from './certificateStore.ts';
import { listNumbers } from './statusStore.ts';

export interface TrustDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly issuerUri: string;
}

const DAY_MS = 86_400_000;

/** What verifiers take along. A retired issuer stays until the last credential that it can have signed has expired. */
export async function readTrust({ database, now, issuerUri }: TrustDeps): Promise<TrustReply> {
  const since = new Date(now().getTime() - CREDENTIAL_VALIDITY_DAYS * DAY_MS);
  const certificates = await listTrusted(database.read, since, now());
  const numbers = await listNumbers(database.read);
  return {
    roots: certificates.filter(({ role }) => role === 'root').map(({ der }) => toPem(der)),
    issuers: certificates.filter(({ role }) => role === 'issuer').map(({ der }) => [toX5c(der)]),
    statusLists: numbers.map((number) => statusListUri(issuerUri, number)),
  };
}
