import type { Expected, KitReply } from '@jatidiri/core/field/wire.ts';
import { ok, type Result } from '@jatidiri/core/kit/result.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { ApiRefusal } from '../../../shared/api.ts';
import { newUuid } from '../../../shared/newUuid.ts';
import type { ServerClock } from '../../../shared/serverClock.ts';
import type { Session } from '../../session/session.ts';
import type { KitAbout, KitOfficer } from '../about.ts';
import type { Kit } from '../kit.ts';
import { registerKey, registerKit } from '../kitApi.ts';
import {
  drawSharedSecrets,
  drawSigningSecret,
  importKitKeys,
  type KitSecrets,
  type SharedSecrets,
} from '../sealed/kitKeys.ts';
import { type Lock, lockWithPasskey, lockWithPassphrase, type UnlockCode } from '../sealed/lock.ts';
import type { WriteCode } from '../store/kitStore.ts';
import { keepSettings } from './settings.ts';

/** What opens the kit for an officer; a passphrase is one that the kit has drawn. */
export type LockChoice =
  | { readonly kind: 'passkey' }
  | { readonly kind: 'passphrase'; readonly passphrase: string };

export interface KitPlan {
  readonly session: string;
  readonly label: string;
  readonly cards: number;
  readonly expected: Expected;
}

export type PrepareRefusal = ApiRefusal | { readonly code: UnlockCode | WriteCode };
type Prepared = Promise<Result<null, PrepareRefusal>>;

interface PrepareDeps {
  readonly kit: Kit;
  readonly session: Pick<Session, 'call'>;
  readonly clock: Pick<ServerClock, 'offset' | 'learn' | 'now'>;
}

/** Draws the keys, seals them, has the server certify the public half, and makes this browser a kit. */
export async function prepareKit(
  { kit, session, clock }: PrepareDeps,
  { officer }: SignedInOfficer,
  plan: KitPlan,
  choice: LockChoice,
): Prepared {
  const { secret: signing, jwk } = await drawSigningSecret();
  const secrets = { ...drawSharedSecrets(), signing };
  const lock = await makeLock(officer.id, choice, secrets);
  if (!lock.ok) return lock;
  await clock.learn();
  const registered = await registerKit(session, { ...plan, kit: newUuid(), key: jwk });
  if (!registered.ok) return registered;
  const about = aboutOf(registered.value, clock);
  const { carried } = await importKitKeys(secrets);
  const founded = await kit.found(about, lock.value, await keepSettings(carried, registered.value));
  if (!founded.ok) return founded;
  await kit.enter(officer.id, secrets);
  return ok(null);
}

/** A further officer of the office, signed in at an open kit, gets a key and a lock of their own. */
export async function admitOfficer(
  { kit, session }: Omit<PrepareDeps, 'clock'>,
  { officer }: SignedInOfficer,
  shared: SharedSecrets,
  choice: LockChoice,
): Prepared {
  const state = kit.state.value;
  if (state.kind !== 'open') return ok(null);
  const { secret: signing, jwk } = await drawSigningSecret();
  const lock = await makeLock(officer.id, choice, { ...shared, signing });
  if (!lock.ok) return lock;
  const registered = await registerKey(session, state.about.kit, jwk);
  if (!registered.ok) return registered;
  return kit.admit(officerOf(registered.value), lock.value);
}

async function makeLock(
  officer: string,
  choice: LockChoice,
  secrets: KitSecrets,
): Promise<Result<Lock, { code: UnlockCode }>> {
  if (choice.kind === 'passkey') return lockWithPasskey(officer, secrets);
  return ok(await lockWithPassphrase(officer, choice.passphrase, secrets));
}

const officerOf = ({ key }: KitReply): KitOfficer => ({
  ...key.officer,
  kitKey: key.thumbprint,
  certificate: key.certificate,
});

function aboutOf(reply: KitReply, clock: Pick<ServerClock, 'offset' | 'now'>): KitAbout {
  const { kit, session, office, backupKey } = reply;
  const now = clock.now().toISOString();
  return {
    kit,
    session,
    office,
    officers: [officerOf(reply)],
    preparedAt: now,
    // The first moment after the last day, in East Kalimantan.
    endsAt: new Date(Date.parse(`${session.to}T00:00:00+08:00`) + DAY_MS).toISOString(),
    clockOffset: clock.offset.value,
    seenAt: now,
    backupKey,
  };
}

const DAY_MS = 86_400_000;
