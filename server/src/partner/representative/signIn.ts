import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { CEREMONY_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type { PasskeyAnswer, PasskeyCeremony } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append } from '../../ledger/index.ts';
import { signInOptions, verifySignIn } from '../../platform/passkey/ceremony.ts';
import { actorOf } from './actorOf.ts';
import { portalParty, type RepresentativeDeps } from './deps.ts';
import { type OpenedSession, openSession } from './openSession.ts';
import { findPasskey, insertCeremony, setCounter, takeCeremony } from './passkeyStore.ts';
import { endSession, findRepresentative, findSession } from './representativeStore.ts';

/** Step one: a challenge for any passkey of the portal. */
export async function beginSignIn({
  database,
  now,
  newId,
  origins,
}: RepresentativeDeps): Promise<PasskeyCeremony> {
  const options = await signInOptions(portalParty(origins));
  const expiresAt = new Date(now().getTime() + CEREMONY_LASTS_MS);
  const ceremony = { id: newId(), challenge: options.challenge, enrols: null, expiresAt };
  await database.write((sql) => insertCeremony(sql, ceremony, now()));
  return { ceremony: ceremony.id, options: { ...options } };
}

/** Step two: the passkey tells who it is. */
export async function signIn(
  deps: RepresentativeDeps,
  { ceremony: id, response }: PasskeyAnswer,
): Promise<Result<OpenedSession, Refusal<PartnerRefusalCode>>> {
  const { database, now, origins } = deps;
  const ceremony = await database.write((sql) => takeCeremony(sql, id));
  if (!ceremony || ceremony.enrols || ceremony.expiresAt <= now())
    return refuse({ code: 'partner/ceremony-expired' });
  const passkey = typeof response.id === 'string' ? await findPasskey(database.read, response.id) : undefined;
  const counter =
    passkey && (await verifySignIn(portalParty(origins), ceremony.challenge, response, passkey));
  if (!passkey || counter === undefined) return refuse({ code: 'partner/passkey-refused' });

  return database.write(async (sql) => {
    const representative = await findRepresentative(sql, passkey.representative);
    if (!representative) return refuse({ code: 'partner/passkey-refused' });
    await setCounter(sql, passkey.credential, counter);
    return ok(await openSession(deps, sql, representative));
  });
}

/** Ends the session of this browser; one that is over already stays over. */
export async function signOut(deps: RepresentativeDeps, token: Buffer | undefined): Promise<void> {
  if (!token) return;
  await deps.database.write(async (sql) => {
    const session = await findSession(sql, token);
    if (!session) return;
    await append(deps, sql, {
      kind: 'partner/signed-out',
      subject: null,
      actor: actorOf(session.representative),
      details: { representative: session.representative.id },
    });
    await endSession(sql, token);
  });
}
