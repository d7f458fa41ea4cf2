import { parseEmail } from '@jatidiri/core/activation/contact.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { CEREMONY_LASTS_MS } from '@jatidiri/core/office/rules.ts';
import type {
  PasskeyAnswer,
  PasskeyCeremony,
  RepresentativeRequest,
} from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { append } from '../../ledger/index.ts';
import { registrationOptions, verifyRegistration } from '../../platform/passkey/ceremony.ts';
import { invitationDigest } from '../../platform/secret.ts';
import { portalParty, type RepresentativeDeps } from './deps.ts';
import { type OpenedSession, openSession } from './openSession.ts';
import {
  type Enrolling,
  findInvitation,
  findPasskey,
  insertCeremony,
  insertPasskey,
  lockInvitation,
  takeCeremony,
  useUpInvitation,
} from './passkeyStore.ts';
import { insertRepresentative } from './representativeStore.ts';

type Enrolled<T> = Result<T, Refusal<PartnerRefusalCode>>;

/** Step one: a WebAuthn registration for somebody new, or with a code for one more of a known institution. */
export async function beginEnrolment(
  deps: RepresentativeDeps,
  { name, email, code }: RepresentativeRequest,
): Promise<Enrolled<PasskeyCeremony>> {
  const { database, now, newId, origins, demo } = deps;
  const address = parseEmail(email);
  if (!address.ok || !address.value) return refuse({ code: 'partner/person-malformed', field: 'email' });
  const digest = code === undefined ? null : invitationDigest(code);
  const invited = digest && (await findInvitation(database.read, digest, now()));
  if (digest && (!invited || (invited.demo && !demo))) return refuse({ code: 'partner/invitation-unknown' });

  const enrols: Enrolling = {
    representative: newId(),
    name,
    email: address.value.reveal(),
    invitation: digest?.toString('hex') ?? null,
  };
  const owner = { id: enrols.representative, name: enrols.email, displayName: name };
  const options = await registrationOptions(portalParty(origins), owner);
  const expiresAt = new Date(now().getTime() + CEREMONY_LASTS_MS);
  const ceremony = { id: newId(), challenge: options.challenge, enrols, expiresAt };
  await database.write((sql) => insertCeremony(sql, ceremony, now()));
  return ok({ ceremony: ceremony.id, options: { ...options } });
}

/** Step two: keep person and passkey, use up the code, and let them in. */
export async function enrol(
  deps: RepresentativeDeps,
  { ceremony: id, response }: PasskeyAnswer,
): Promise<Enrolled<OpenedSession>> {
  const { database, now, origins } = deps;
  const ceremony = await database.write((sql) => takeCeremony(sql, id));
  if (!ceremony?.enrols || ceremony.expiresAt <= now()) return refuse({ code: 'partner/ceremony-expired' });
  const { enrols } = ceremony;
  const passkey = await verifyRegistration(portalParty(origins), ceremony.challenge, response);
  if (!passkey) return refuse({ code: 'partner/passkey-refused' });

  return database.write(async (sql) => {
    if (await findPasskey(sql, passkey.credential)) return refuse({ code: 'partner/passkey-refused' });
    const code = enrols.invitation === null ? null : Buffer.from(enrols.invitation, 'hex');
    const invited = code && (await lockInvitation(sql, code, now()));
    if (code && !invited) return refuse({ code: 'partner/invitation-unknown' });
    const representative = {
      id: enrols.representative,
      partner: invited ? invited.partner : null,
      name: new Personal(enrols.name),
      email: new Personal(enrols.email),
    };
    const entry = await append(deps, sql, {
      kind: 'partner/representative-added',
      subject: null,
      actor: { kind: 'stranger' },
      details: { representative: representative.id, partner: representative.partner },
    });
    if (code) await useUpInvitation(sql, code, entry);
    await insertRepresentative(sql, representative, entry);
    await insertPasskey(sql, passkey, representative.id, entry);
    return ok(await openSession(deps, sql, representative));
  });
}
