import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import { CEREMONY_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type { CeremonyAnswer, CeremonyOptions } from '@jatidiri/core/office/wire.ts';
import { signInOptions, verifySignIn } from '../platform/passkey/ceremony.ts';
import { insertCeremony, takeCeremony } from './ceremonyStore.ts';
import { deskParty, type OfficeDeps } from './deps.ts';
import { lockOfficer } from './officerStore.ts';
import { admitDeviceKey, type OpenedSession, openSession } from './openSession.ts';
import { findPasskey, setCounter } from './passkeyStore.ts';

/** Step one: a challenge for any passkey of the desk. */
export async function beginSignIn({
  database,
  now,
  newId,
  origins,
}: Pick<OfficeDeps, 'database' | 'now' | 'newId' | 'origins'>): Promise<CeremonyOptions> {
  const options = await signInOptions(deskParty(origins));
  const expiresAt = new Date(now().getTime() + CEREMONY_LASTS_MS);
  const ceremony = { id: newId(), challenge: options.challenge, enrols: null, expiresAt };
  await database.write((sql) => insertCeremony(sql, ceremony, now()));
  return { ceremony: ceremony.id, options: { ...options } };
}

/** base64url (WebAuthn level 3, section 5.1: at most 1,023 bytes). */
const CREDENTIAL_ID = /^[A-Za-z0-9_-]{1,1364}$/;

/** Step two: the passkey tells who it is; the desk's signing key is registered when it is new. */
export async function signInOfficer(
  deps: OfficeDeps,
  { ceremony: id, response, deviceKey }: CeremonyAnswer,
): Promise<Result<OpenedSession, Refusal<OfficeRefusalCode>>> {
  const { database, now, origins } = deps;
  const ceremony = await database.write((sql) => takeCeremony(sql, id));
  if (!ceremony || ceremony.enrols || ceremony.expiresAt <= now())
    return refuse({ code: 'office/ceremony-expired' });
  const known = typeof response.id === 'string' && CREDENTIAL_ID.test(response.id);
  const passkey = known ? await findPasskey(database.read, response.id as string) : undefined;
  const counter = passkey && (await verifySignIn(deskParty(origins), ceremony.challenge, response, passkey));
  if (!passkey || counter === undefined) return refuse({ code: 'office/passkey-refused' });

  return database.write(async (sql) => {
    const officer = await lockOfficer(sql, passkey.officer);
    if (!officer || (officer.demo && !deps.demo)) return refuse({ code: 'office/passkey-refused' });
    if (officer.state !== 'active') return refuse({ code: 'office/suspended' });
    const device = await admitDeviceKey(deps, sql, officer, deviceKey);
    if (!device.ok) return device;
    await setCounter(sql, passkey.credential, counter);
    return ok(await openSession(deps, sql, officer, device.value));
  });
}
