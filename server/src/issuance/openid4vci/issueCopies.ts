import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { CREDENTIAL_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import { type Openid4vciRefusalCode, openid4vciRefusals } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import { activeOrRefused, issueWith } from '../issuable.ts';
import type { IssueFamilyDeps } from '../issueFamily.ts';
import type { IssueDeps } from '../issueIkd.ts';
import { signMdoc, signSdJwt } from '../signIkd.ts';
import { type Copies, type CopiesRequest, type Objection, placeCopies } from './copies.ts';
import { walletOf } from './giveGrant.ts';
import { issueFamilyCopies } from './issueFamilyCopies.ts';
import { newSecret } from './secrets.ts';

const SIGN = { 'dc+sd-jwt': signSdJwt, mso_mdoc: signMdoc } as const;

/**
 * Issues copies of one credential, each with its own key, salts and status entry, all with the day's rounded times.
 * @param objection what has come in the way, asked in the transaction that takes the entries
 */
export async function issueCopies(
  deps: IssueFamilyDeps,
  request: CopiesRequest,
  objection: Objection = async () => undefined,
): Promise<Result<Copies, Refusal<Openid4vciRefusalCode>>> {
  const { card } = CREDENTIAL_CONFIGURATIONS[request.configuration];
  return card === 'ikd'
    ? issueIkdCopies(deps, request, objection)
    : issueFamilyCopies(deps, request, card, objection);
}

async function issueIkdCopies(
  deps: IssueDeps,
  request: CopiesRequest,
  objection: Objection,
): Promise<Result<Copies, Refusal<Openid4vciRefusalCode>>> {
  const { grant, configuration, holderKeys } = request;
  const identity = activeOrRefused(await findActivation(deps.database.read, grant.activation));
  if (!identity.ok) return refuse({ code: 'openid4vci/denied' });
  const notificationId = newSecret(deps.random);
  const issued = await issueWith(deps, identity.value, walletOf(grant), (sql, { validity }) =>
    placeCopies(
      deps,
      sql,
      request,
      { notificationId, validity, resident: identity.value.resident },
      objection,
    ),
  );
  if (!issued.ok)
    return refuse({ code: isOurs(issued.refusal.code) ? issued.refusal.code : 'openid4vci/denied' });

  const { issuable, placed } = issued.value;
  const issuer = await deps.currentIssuer();
  const sign = SIGN[CREDENTIAL_CONFIGURATIONS[configuration].format];
  const credentials = await Promise.all(
    holderKeys.map((holderKey, i) => sign(deps, issuer, issuable, holderKey, placed[i]!)),
  );
  return ok({ credentials, notificationId });
}

const isOurs = (code: string): code is Openid4vciRefusalCode => Object.hasOwn(openid4vciRefusals, code);
