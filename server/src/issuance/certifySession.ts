import { createFieldCertificate, type IssuerTerms } from '@jatidiri/core/chain/createCertificate.ts';
import { type Bytes, toHex } from '@jatidiri/core/kit/bytes.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import { append } from '../ledger/index.ts';
import { officerActor } from '../office/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { keyedCrypto, publicKeyOf, sha256 } from '../platform/keys/keyedCrypto.ts';
import { type AuthorityDeps, ROOT_KEY } from './authority.ts';
import { findCurrent } from './certificateStore.ts';

/** A certificate for one officer's key on one kit, for the days of one session: for provisional cards and badges alone. Answers DER. */
export async function certifySession(
  deps: Omit<AuthorityDeps, 'database' | 'issuerUri'>,
  sql: Sql,
  publicJwk: PublicJwk,
  terms: Pick<IssuerTerms, 'subject' | 'uri' | 'notBefore' | 'notAfter'>,
  officer: { readonly id: string; readonly office: { readonly id: string } },
): Promise<Bytes> {
  const root = (await findCurrent(sql, 'root'))!;
  const { crypto, keys } = await keyedCrypto(deps.keys.signingKey(ROOT_KEY));
  const publicKey = (await publicKeyOf({ publicJwk })) as CryptoKey;
  const der = await createFieldCertificate(
    { ...terms, publicKey, serial: new Uint8Array(deps.random(8)) },
    { der: root.der, privateKey: keys.privateKey },
    crypto,
  );
  await append(deps, sql, {
    kind: 'issuance/session-certified',
    subject: null,
    actor: officerActor(officer),
    details: { session: terms.uri, sha256: toHex(await sha256(der)), notAfter: terms.notAfter.toISOString() },
  });
  return der;
}
