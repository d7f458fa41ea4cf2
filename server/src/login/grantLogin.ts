import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { approvedClaims } from '@jatidiri/core/login/claims.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type Provider from 'oidc-provider';
import { findClaiming } from '../activation/index.ts';
import { append } from '../ledger/index.ts';
import { recordUse } from '../partner/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import type { LoginDeps } from './deps.ts';
import { insertConsent, type LoginConsent, lockOutcome, settle } from './loginStore.ts';
import { type LoginRequest, OFFLINE } from './request.ts';

export interface GrantedLogin {
  readonly askedFor: string;
  readonly request: LoginRequest;
  readonly scope: string;
  readonly resident: ResidentId;
  readonly attributes: readonly string[];
  /** For the period that was asked for, and not for this once. */
  readonly stays: boolean;
  readonly acr: string;
  /** The handset that answered; none in a demonstration, whose form stands for an answer. */
  readonly device: DeviceThumbprint | null;
}

type Deps = Pick<LoginDeps, 'database' | 'now' | 'newId'>;

/** Why an approved sign-in is none. */
export type LoginRefusalCode = 'login/test-residents-only' | 'login/handset-gone' | 'partner/quota-exhausted';

/**
 * What a resident approved becomes a grant, counted once. A sign-in that has become one is that one, whoever asks again.
 * `and` is done in the same transaction.
 */
export async function grantLogin(
  provider: Provider,
  deps: Deps,
  login: GrantedLogin,
  and: (sql: Sql, grantId: string) => Promise<void> = async () => {},
): Promise<Result<LoginConsent, Refusal<LoginRefusalCode>>> {
  const { askedFor, request } = login;
  const { client } = request;
  const consent = consentOf(deps, login, await saveGrant(provider, login));
  return deps.database.write(async (sql) => {
    const known = await lockOutcome(sql, askedFor);
    if (known) return ok(known);
    // What a stolen handset approved is good for nothing once its owner has moved the identity away.
    if (login.device && !(await isHolding(sql, consent.resident, login.device)))
      return refuse({ code: 'login/handset-gone' });
    if (client.sandbox && !(await isTestResident(sql, consent.resident)))
      return refuse({ code: 'login/test-residents-only' });
    const counted = client.counted && (await recordUse(sql, client.counted, 'login', 1, deps.now()));
    if (counted && !counted.ok) return counted;
    settle(sql, askedFor, consent.grantId);
    const { asker, partner, purpose, attributes, acr } = consent;
    const entry = await append(deps, sql, {
      kind: 'login/signed-in',
      subject: consent.resident,
      actor: clientActor(client),
      details: { asker, client: client.id, partner, purpose, elements: [...attributes], acr },
    });
    await insertConsent(sql, consent, entry);
    await and(sql, consent.grantId);
    return ok(consent);
  });
}

function consentOf({ now }: Deps, { request, resident, attributes, acr }: GrantedLogin, grantId: string) {
  const { client, purpose } = request;
  return {
    grantId,
    resident,
    client: client.id,
    partner: client.partner,
    asker: client.name,
    purpose: purpose.text.id,
    attributes,
    acr,
    at: now(),
  };
}

async function isHolding(sql: Sql, resident: ResidentId, device: DeviceThumbprint): Promise<boolean> {
  const identity = await findClaiming(sql, resident);
  return identity?.state === 'active' && identity.device.thumbprint === device;
}

async function isTestResident(sql: Sql, id: ResidentId): Promise<boolean> {
  const resident = await findById(sql, id);
  return resident !== undefined && isSandboxResident(resident.nik);
}

/** A grant that no sign-in ends with is of no use to anybody, and expires. */
async function saveGrant(provider: Provider, { request, scope, resident, attributes, stays }: GrantedLogin) {
  const grant = new provider.Grant({ accountId: resident, clientId: request.client.id });
  const approved = approvedClaims(request.claims, attributes);
  grant.addOIDCScope(scope.split(' ').filter((name) => stays || name !== OFFLINE));
  grant.addOIDCClaims(approved);
  grant.rejectOIDCClaims(request.claims.filter((name) => !approved.includes(name)));
  return grant.save();
}

export function clientActor({ partner }: { readonly partner: string | null }): Actor {
  return partner === null ? { kind: 'system', task: 'login' } : { kind: 'partner', partner };
}
