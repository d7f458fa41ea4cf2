import { createPublicKey } from 'node:crypto';
import { thumbprint } from '@jatidiri/core/jose/thumbprint.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { PublicJwk } from '@jatidiri/core/kit/suite.ts';
import type { Officer } from '@jatidiri/core/office/model.ts';
import { SESSION_IDLE_MS } from '@jatidiri/core/office/rules.ts';
import { append } from '../ledger/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { newSessionToken } from '../platform/secret.ts';
import { officerActor } from './authority.ts';
import type { OfficeDeps } from './deps.ts';
import { findDeviceKey, insertDevice } from './deviceStore.ts';
import type { SignedIn } from './requireOfficer.ts';
import { insertSession, sweepSessions } from './sessionStore.ts';

/** Who is signed in, and the token for the browser's cookie. */
export interface OpenedSession extends SignedIn {
  readonly token: string;
}

type Deps = Pick<OfficeDeps, 'now' | 'newId' | 'suite'>;

/** The desk's signing key: known for this officer, or registered now. */
export async function admitDeviceKey(
  deps: Deps,
  sql: Sql,
  officer: Officer,
  jwk: PublicJwk,
): Promise<Result<string, { code: 'office/device-unusable' }>> {
  const name = await thumbprint(deps.suite, jwk);
  const known = await findDeviceKey(sql, name);
  if (known) {
    const usable = known.officer === officer.id && known.revokedAt === null;
    return usable ? ok(name) : refuse({ code: 'office/device-unusable' });
  }
  if (!isOnCurve(jwk)) return refuse({ code: 'office/device-unusable' });
  const entry = await append(deps, sql, {
    kind: 'office/device-registered',
    subject: null,
    actor: officerActor(officer),
    details: { device: name },
  });
  await insertDevice(sql, { thumbprint: name, jwk, officer: officer.id, at: deps.now() }, entry);
  return ok(name);
}

export async function openSession(
  deps: Deps,
  sql: Sql,
  officer: Officer,
  deviceKey: string,
): Promise<OpenedSession> {
  const now = deps.now();
  await sweepSessions(sql, new Date(now.getTime() - SESSION_IDLE_MS));
  const token = newSessionToken();
  await append(deps, sql, {
    kind: 'office/signed-in',
    subject: null,
    actor: officerActor(officer),
    details: { device: deviceKey },
  });
  await insertSession(sql, { tokenDigest: token.digest, officer: officer.id, deviceKey, at: now });
  return { officer, deviceKey, token: token.value };
}

/** Importing a key checks that its point lies on the curve. */
function isOnCurve({ kty, crv, x, y }: PublicJwk): boolean {
  try {
    createPublicKey({ key: { kty, crv, x, y }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
