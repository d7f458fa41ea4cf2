import type { Validity } from '@jatidiri/core/issuance/validity.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import { findActivation } from '../../activation/index.ts';
import { append } from '../../ledger/index.ts';
import type { Sql } from '../../platform/db/database.ts';
import { familyValidity, kkOf, untilEndOf } from '../familyCards.ts';
import { type Active, activeOrRefused } from '../issuable.ts';
import type { IssueFamilyDeps } from '../issueFamily.ts';
import { type FamilyCard, signFamilyCard } from '../signFamily.ts';
import { lockCredentials, type Place, type What } from '../statusStore.ts';
import { type Copies, type CopiesRequest, type Objection, placeCopies } from './copies.ts';
import { childAskedFor } from './datasets.ts';
import { walletOf } from './giveGrant.ts';
import { newSecret } from './secrets.ts';

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

/** A card as it is read, for how long, and what of the status list it is. */
interface Readied {
  readonly card: FamilyCard;
  readonly validity: Validity;
  readonly what: What;
}

/** Copies of the family card, or of the KIA of a child for whom the resident answers; read and placed in one transaction. */
export async function issueFamilyCopies(
  deps: IssueFamilyDeps,
  request: CopiesRequest,
  kind: 'kk' | 'kia',
  objection: Objection,
): Promise<Checked<Copies>> {
  const { grant, holderKeys } = request;
  const notificationId = newSecret(deps.random);
  type Placed = Checked<Readied & { places: readonly Place[] }>;
  const issued = await deps.database.write(async (sql): Promise<Placed> => {
    await lockCredentials(sql, [grant.activation]);
    const identity = activeOrRefused(await findActivation(sql, grant.activation));
    if (!identity.ok) return refuse({ code: 'openid4vci/denied' });
    const readied =
      kind === 'kk'
        ? await readyKk(deps, sql, identity.value)
        : await readyKia(deps, sql, identity.value, request);
    if (!readied) return refuse({ code: 'openid4vci/identifier' });
    const { resident } = identity.value;
    const places = await placeCopies(deps, sql, request, { ...readied, notificationId, resident }, objection);
    if (!places.ok) return places;
    if (readied.what.kind === 'kia')
      await append(deps, sql, {
        kind: 'issuance/kia-issued',
        subject: readied.what.child,
        actor: walletOf(grant),
        details: { activation: grant.activation, grant: grant.id, copies: places.value.length },
      });
    return ok({ ...readied, places: places.value });
  });
  if (!issued.ok) return issued;
  const { card, validity, places } = issued.value;
  const credentials = await signFamilyCard(
    deps,
    await deps.currentIssuer(),
    card,
    validity,
    holderKeys,
    places,
  );
  return ok({ credentials, notificationId });
}

async function readyKk(deps: IssueFamilyDeps, sql: Sql, identity: Active): Promise<Readied> {
  const { holder, members } = await kkOf(sql, identity);
  const card = { kind: 'kk', members, domicile: holder.domicile } as const;
  return { card, validity: familyValidity(deps), what: { kind: 'kk', child: null } };
}

async function readyKia(
  deps: IssueFamilyDeps,
  sql: Sql,
  identity: Active,
  { identifier }: CopiesRequest,
): Promise<Readied | undefined> {
  const named = await childAskedFor(deps, sql, identity, identifier);
  if (!named) return undefined;
  const [child, kia] = named;
  const photograph = kia.form === 'from5' ? await deps.kiaPhotograph(sql, child.id) : null;
  return {
    card: { kind: 'kia', child, kia, photograph },
    validity: untilEndOf(kia, familyValidity(deps)),
    what: { kind: 'kia', child: child.id },
  };
}
