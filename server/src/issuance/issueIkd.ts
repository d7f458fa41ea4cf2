import type { Activation } from '@jatidiri/core/activation/model.ts';
import type { ProvenDevice } from '@jatidiri/core/device/proof.ts';
import { CREDENTIAL_ELEMENTS, type CredentialRecord, type Portraits } from '@jatidiri/core/issuance/model.ts';
import type { IssuanceRefusalCode } from '@jatidiri/core/issuance/refusals.ts';
import { type Validity, validityOn } from '@jatidiri/core/issuance/validity.ts';
import type { CredentialReply } from '@jatidiri/core/issuance/wire.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { findActivation, findIdentityOnDevice, findSelfie } from '../activation/index.ts';
import { append, type Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';
import { readResident } from '../registry/index.ts';
import type { Issuer } from './issuer.ts';
import { findPortraits, putPortraits } from './portraitStore.ts';
import { makePortraits } from './portraits.ts';
import { type SigningDeps, signIkd } from './signIkd.ts';
import { LIST_ENTRIES, lockCredentials, type Place, placeCredential } from './statusStore.ts';

export interface IssueDeps extends Tracing, SigningDeps {
  readonly database: Database;
  readonly currentIssuer: () => Promise<Issuer>;
}

type Outcome<T> = Result<T, Refusal<IssuanceRefusalCode>>;
type Active = Extract<Activation, { state: 'active' }>;

/** Issues the IKD of the identity that is active on this handset, or renews it: same entry of the status list, new dates. */
export async function issueIkd(deps: IssueDeps, device: ProvenDevice): Promise<Outcome<CredentialReply>> {
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  const portraits = await portraitsOf(deps, found.value);
  if (!portraits.ok) return portraits;
  const granted = await grant(deps, found.value, portraits.value);
  if (!granted.ok) return granted;
  const input = { ...granted.value, portraits: portraits.value };
  return ok(await signIkd(deps, await deps.currentIssuer(), input));
}

function activeOrRefused(identity: Activation | undefined): Outcome<Active> {
  if (identity?.state === 'active') return ok(identity);
  return refuse({ code: identity ? 'issuance/identity-ended' : 'issuance/no-identity' });
}

/** Cut once per activation. Outside the transaction: it takes longer than everything inside it. */
async function portraitsOf({ database }: IssueDeps, { id, selfie }: Active): Promise<Outcome<Portraits>> {
  const kept = await findPortraits(database.read, id);
  if (kept) return ok(kept);
  const attested = await findSelfie(database.read, id);
  // It goes with the identity, which may have ended a moment ago.
  if (!attested) return refuse({ code: 'issuance/identity-ended' });
  if (attested.digest !== selfie) throw new Error('the selfie is not the one that was attested');
  const { card, qr } = await makePortraits(attested.image);
  return ok({ card: new Personal(new Uint8Array(card)), qr: new Personal(new Uint8Array(qr)) });
}

interface Granted {
  readonly device: Active['device'];
  readonly record: CredentialRecord;
  readonly validity: Validity;
  readonly place: Place;
}

/** Everything that has to be one with the ledger: the identity is still active, its record is read, its entry taken. */
function grant(deps: IssueDeps, { id }: Active, portraits: Portraits): Promise<Outcome<Granted>> {
  return deps.database.write(async (sql) => {
    await lockCredentials(sql, [id]);
    const active = activeOrRefused(await findActivation(sql, id));
    if (!active.ok) return active;
    const { device, resident } = active.value;
    const actor = { kind: 'resident', device: device.thumbprint } as const;

    const record = await readResident(deps, sql, {
      id: resident,
      actor,
      purpose: 'credential',
      elements: CREDENTIAL_ELEMENTS,
    });
    if (!record) throw new Error('an activation without a resident');
    const validity = validityOn(deps.now(), record.citizenship);
    if (!validity) return refuse({ code: 'issuance/permit-expired' });

    await putPortraits(sql, id, portraits);
    const place = await placeCredential(sql, id, validity, () => randomIndex(deps));
    await append(deps, sql, {
      kind: 'issuance/credential-issued',
      subject: resident,
      actor,
      details: { activation: id, ...place, expiresAt: validity.expiresAt.toISOString() },
    });
    return ok({ device, record, validity, place });
  });
}

/** LIST_ENTRIES is a power of two, so the remainder favours none. */
function randomIndex({ random }: IssueDeps): number {
  return Buffer.from(random(4)).readUInt32BE() % LIST_ENTRIES;
}
