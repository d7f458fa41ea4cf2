import { randomUUID } from 'node:crypto';
import { dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { ACR_DEMONSTRATION } from '@jatidiri/core/login/acr.ts';
import {
  approvedClaims,
  claimsAsked,
  elementsOf,
  type LoginClaimName,
  loginClaims,
} from '@jatidiri/core/login/claims.ts';
import { isSandboxResident } from '@jatidiri/core/partner/sandbox.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { placeNames } from '@jatidiri/core/wilayah/tree.ts';
import type { AccountClaims, FindAccount, KoaContextWithOIDC } from 'oidc-provider';
import { findClaiming } from '../activation/index.ts';
import { findById, readResident } from '../registry/index.ts';
import type { LoginDeps } from './deps.ts';
import { clientActor } from './grantLogin.ts';
import { findConsent, type LoginConsent } from './loginStore.ts';
import { type Pairwise, sectorOf } from './pairwise.ts';

type Deps = Pick<LoginDeps, 'database' | 'now' | 'newId' | 'wilayah' | 'demo' | 'findClient'>;

/**
 * A resident as the provider knows one. Asked anew for every code, refresh and userinfo: when the identity ends, by
 * death, loss or release, everything that rests on it ends as well.
 */
export function accountFinder(deps: Deps, { residentOf }: Pairwise): FindAccount {
  return async (ctx, sub, token) => {
    if (ctx.oidc.route === 'backchannel_authentication') return whoeverIsMeant(ctx, sub, residentOf);
    const resident = sub as ResidentId;
    const grant = token && 'grantId' in token ? token.grantId : undefined;
    if (!(await isSignedIn(deps, resident, grant))) return undefined;
    return {
      accountId: sub,
      async claims(use, scope, claims) {
        const grantId = ctx.oidc.entities.Grant?.jti ?? grant;
        // What a scope stands for is told by userinfo (OpenID Connect Core section 5.4), not in the id token as well.
        const asked =
          use === 'id_token'
            ? claimsAsked('', { id_token: claims })
            : claimsAsked(scope, { userinfo: claims });
        return { sub, ...(await readClaims(deps, grantId, asked)) } as AccountClaims;
      },
    };
  };
}

/** A hint is answered alike whoever it means, also when it means nobody. */
function whoeverIsMeant(ctx: KoaContextWithOIDC, sub: string, residentOf: Pairwise['residentOf']) {
  const isSubject = typeof ctx.oidc.params?.id_token_hint === 'string';
  const accountId = isSubject ? (residentOf(sub, sectorOf(ctx.oidc.client!)) ?? randomUUID()) : sub;
  return { accountId, claims: async () => ({ sub: accountId }) };
}

/** With an active identity; in a demonstration also as a test resident who came by the form of the sign-in page. */
async function isSignedIn(
  { database, demo }: Deps,
  id: ResidentId,
  grantId: string | undefined,
): Promise<boolean> {
  if ((await findClaiming(database.read, id))?.state === 'active') return true;
  if (!demo) return false;
  const consent = grantId && (await findConsent(database.read, grantId));
  if (consent && consent.acr !== ACR_DEMONSTRATION) return false;
  const resident = await findById(database.read, id);
  return resident?.life.kind === 'present' && isSandboxResident(resident.nik);
}

/** Reads what was approved and nothing else, and leaves the trace of it. */
async function readClaims(deps: Deps, grantId: string | undefined, asked: readonly LoginClaimName[]) {
  if (!grantId || asked.length === 0) return {};
  return deps.database.write(async (sql) => {
    const consent = await findConsent(sql, grantId);
    if (!consent) return {};
    const allowed = await allowedNow(deps, consent);
    const names = approvedClaims(
      asked,
      consent.attributes.filter((name) => allowed.includes(name)),
    );
    if (names.length === 0) return {};
    const record = await readResident(deps, sql, {
      id: consent.resident,
      actor: clientActor(consent),
      purpose: consent.purpose,
      elements: elementsOf(names),
    });
    if (!record) return {};
    const subject = {
      record,
      placesOf: (domicile: Parameters<typeof placeNames>[1]) => placeNames(deps.wilayah, domicile),
      today: dayInKaltim(deps.now()),
    };
    return loginClaims(subject, names).reveal();
  });
}

/** An agreement may have lost since what a resident approved under it. */
async function allowedNow(
  { findClient }: Deps,
  { client, purpose }: LoginConsent,
): Promise<readonly string[]> {
  const purposes = (await findClient(client))?.purposes ?? [];
  return purposes.find(({ text }) => text.id === purpose)?.attributes ?? [];
}
