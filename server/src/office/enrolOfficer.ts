import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import { CEREMONY_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type { CeremonyAnswer, CeremonyOptions } from '@jatidiri/core/office/wire.ts';
import { append } from '../ledger/index.ts';
import { registrationOptions, verifyRegistration } from '../platform/passkey/ceremony.ts';
import { invitationDigest } from '../platform/secret.ts';
import { officerActor } from './authority.ts';
import { insertCeremony, takeCeremony } from './ceremonyStore.ts';
import { deskParty, type OfficeDeps } from './deps.ts';
import { closeInvitationsOf, findInvitation } from './invitationStore.ts';
import { lockOfficer, officerById, replaceOfficerState } from './officerStore.ts';
import { admitDeviceKey, type OpenedSession, openSession } from './openSession.ts';
import { findPasskey, insertPasskey } from './passkeyStore.ts';

type Enrolled<T> = Result<T, Refusal<OfficeRefusalCode>>;

/** Step one: the invitation's code opens a WebAuthn registration. It is used up only when that succeeds. */
export async function beginEnrolment(deps: OfficeDeps, code: string): Promise<Enrolled<CeremonyOptions>> {
  const { database, now, newId, origins } = deps;
  const invitation = await findInvitation(database.read, invitationDigest(code), now());
  const officer = invitation && (await officerById(database.read, invitation.officer));
  if (!invitation || !officer || (officer.demo && !deps.demo))
    return refuse({ code: 'office/invitation-unknown' });
  if (officer.state === 'suspended') return refuse({ code: 'office/suspended' });

  const options = await registrationOptions(deskParty(origins), {
    id: officer.id,
    name: `${officer.name} – ${officer.office.name}`,
    displayName: officer.name,
  });
  const ceremony = {
    id: newId(),
    challenge: options.challenge,
    enrols: { officer: officer.id, invitation: invitation.codeDigest },
    expiresAt: new Date(now().getTime() + CEREMONY_LASTS_MS),
  };
  await database.write((sql) => insertCeremony(sql, ceremony, now()));
  return ok({ ceremony: ceremony.id, options: { ...options } });
}

/** Step two: keep the passkey and the desk's signing key, use up the code, and let the officer in. */
export async function enrolOfficer(
  deps: OfficeDeps,
  { ceremony: id, response, deviceKey }: CeremonyAnswer,
): Promise<Enrolled<OpenedSession>> {
  const { database, now, origins } = deps;
  const ceremony = await database.write((sql) => takeCeremony(sql, id));
  if (!ceremony?.enrols || ceremony.expiresAt <= now()) return refuse({ code: 'office/ceremony-expired' });
  const { officer: officerId, invitation } = ceremony.enrols;
  const passkey = await verifyRegistration(deskParty(origins), ceremony.challenge, response);
  if (!passkey) return refuse({ code: 'office/passkey-refused' });

  return database.write(async (sql) => {
    const officer = await lockOfficer(sql, officerId);
    if (!officer || !(await findInvitation(sql, invitation, now())))
      return refuse({ code: 'office/invitation-unknown' });
    if (officer.state === 'suspended') return refuse({ code: 'office/suspended' });
    if (await findPasskey(sql, passkey.credential)) return refuse({ code: 'office/passkey-refused' });
    const device = await admitDeviceKey(deps, sql, officer, deviceKey);
    if (!device.ok) return device;

    const entry = await append(deps, sql, {
      kind: 'office/passkey-registered',
      subject: null,
      actor: officerActor(officer),
      details: { device: device.value },
    });
    await closeInvitationsOf(sql, officer.id, entry);
    await insertPasskey(sql, { ...passkey, officer: officer.id }, entry);
    if (officer.state === 'invited') await replaceOfficerState(sql, officer.id, 'active', entry);
    return ok(await openSession(deps, sql, { ...officer, state: 'active' }, device.value));
  });
}
