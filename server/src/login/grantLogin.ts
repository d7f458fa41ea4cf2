import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { approvedClaims } from '@jatidiri/core/login/claims.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import type Provider from 'oidc-provider';
import { append } from '../ledger/index.ts';
import { recordUse } from '../partner/index.ts';
import type { Sql } from '../platform/db/database.ts';
import { findById } from '../registry/index.ts';
import type { LoginDeps } from './deps.ts';
import { insertConsent, lockUnsettled, settle } from './loginStore.ts';
import type { LoginRequest } from './request.ts';

export interface GrantedLogin {
  readonly askedFor: string;
  readonly request: LoginRequest;
  readonly scope: string;
  readonly resident: ResidentId;
  readonly attributes: readonly string[];
  readonly acr: string;
}

type Deps = Pick<LoginDeps, 'database' | 'now' | 'newId'>;

/** Why an approved sign-in is none. */
export type LoginRefusalCode = 'login/settled' | 'login/test-residents-only' | 'partner/quota-exhausted';

/** What a resident approved becomes a grant, counted once: its id. `and` is done in the same transaction. */
export async function grantLogin(
  provider: Provider,
  deps: Deps,
  login: GrantedLogin,
  and: (sql: Sql, grantId: string) => Promise<void> = async () => {},
): Promise<Result<string, Refusal<LoginRefusalCode>>> {
  const { askedFor, request, resident, attributes, acr } = login;
  const { client, purpose } = request;
  const grantId = await saveGrant(provider, login);
  return deps.database.write(async (sql) => {
    if (!(await lockUnsettled(sql, askedFor))) return refuse({ code: 'login/settled' });
    if (client.sandbox && !(await isTestResident(sql, resident)))
      return refuse({ code: 'login/test-residents-only' });
    const counted = client.counted && (await recordUse(sql, client.counted, 'login', 1, deps.now()));
    if (counted && !counted.ok) return counted;
    settle(sql, askedFor, deps.now());
    const entry = await append(deps, sql, {
      kind: 'login/signed-in',
      subject: resident,
      actor: clientActor(client),
      details: {
        asker: client.name,
        client: client.id,
        partner: client.partner,
        purpose: purpose.text.id,
        elements: [...attributes],
        acr,
      },
    });
    await insertConsent(
      sql,
      {
        grantId,
        resident,
        client: client.id,
        partner: client.partner,
        asker: client.name,
        purpose: purpose.text.id,
        attributes,
        acr,
        at: deps.now(),
      },
      entry,
    );
    await and(sql, grantId);
    return ok(grantId);
  });
}

async function isTestResident(sql: Sql, id: ResidentId): Promise<boolean> {
  const resident = await findById(sql, id);
  return resident !== undefined && isSandboxResident(resident.nik);
}

/** A grant that no sign-in ends with is of no use to anybody, and expires. */
async function saveGrant(provider: Provider, { request, scope, resident, attributes }: GrantedLogin) {
  const grant = new provider.Grant({ accountId: resident, clientId: request.client.id });
  const approved = approvedClaims(request.claims, attributes);
  grant.addOIDCScope(scope);
  grant.addOIDCClaims(approved);
  grant.rejectOIDCClaims(request.claims.filter((name) => !approved.includes(name)));
  return grant.save();
}

export function clientActor({ partner }: { readonly partner: string | null }): Actor {
  return partner === null ? { kind: 'system', task: 'login' } : { kind: 'partner', partner };
}
