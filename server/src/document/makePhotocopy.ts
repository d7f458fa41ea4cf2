import type { PhotocopyClaim, PhotocopyId, PhotocopyWish } from '@jatidiri/core/document/model.ts';
import {
  PHOTOCOPY_SECRET_BYTES,
  photocopyAddress,
  photocopyKeys,
  sealPhotocopy,
} from '@jatidiri/core/document/photocopySecret.ts';
import type { DocumentRefusalCode } from '@jatidiri/core/document/refusals.ts';
import { checkWish } from '@jatidiri/core/document/rules.ts';
import { type PhotocopyContent, signPhotocopy } from '@jatidiri/core/document/signedPhotocopy.ts';
import type { PhotocopyRequest } from '@jatidiri/core/document/wire.ts';
import { ikdClaims } from '@jatidiri/core/issuance/ikdClaims.ts';
import type { IsoDate } from '@jatidiri/core/kit/date.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { findIdentityOnDevice } from '../activation/index.ts';
import { activeOrRefused, type IssueDeps, issueWith, subjectOf } from '../issuance/index.ts';
import { append } from '../ledger/index.ts';
import type { ProvenDevice } from '../platform/http/device.ts';
import { versionsOf } from '../registry/index.ts';
import { countMadeSince, type KeptPhotocopy, lockPhotocopy, putPhotocopy } from './photocopyStore.ts';

export interface MakeDeps extends IssueDeps {
  readonly subtle: SubtleCrypto;
  readonly origins: { readonly portal: string };
}

/** A photocopy just made: what the paper shows, and the address in its QR. */
export interface MadePhotocopy {
  readonly content: PhotocopyContent;
  readonly address: string;
}

const MOST_A_DAY = 20;
const DAY_MS = 86_400_000;

/**
 * Makes a photocopy of the record as it is now: signed, sealed under a secret that goes into the QR and is not kept.
 * Asked for again with the same id it is the same photocopy with a new secret: the paper that got lost on the way opens
 * nothing any more.
 */
export async function makePhotocopy(
  deps: MakeDeps,
  device: ProvenDevice,
  request: PhotocopyRequest,
): Promise<Result<MadePhotocopy, Refusal<DocumentRefusalCode>>> {
  const { recipient, purpose, claims } = request;
  const checked = checkWish({ recipient, purpose, claims, until: request.until as IsoDate }, deps.now());
  if (!checked.ok) return checked;
  const found = activeOrRefused(await findIdentityOnDevice(deps.database.read, device.thumbprint));
  if (!found.ok) return found;
  const wish = checked.value;
  const id = request.id as PhotocopyId;
  const secret = deps.random(PHOTOCOPY_SECRET_BYTES);
  const { reference, key } = await photocopyKeys(secret, deps.subtle);
  const issuer = await deps.currentIssuer();
  const actor = { kind: 'resident', device: device.thumbprint } as const;

  const made = await issueWith<PhotocopyContent, DocumentRefusalCode>(
    deps,
    found.value,
    actor,
    async (sql, issuable) => {
      const { resident } = issuable.identity;
      const madeAt = deps.now();
      const before = await lockPhotocopy(sql, id);
      if (before && !isSame(before, resident, wish)) return refuse({ code: 'document/photocopy-unknown' });
      const today = await countMadeSince(sql, resident, new Date(madeAt.getTime() - DAY_MS));
      if (!before && today >= MOST_A_DAY) return refuse({ code: 'document/too-many-photocopies' });
      const content = {
        ...wish,
        reference,
        madeAt,
        claims: shownOf(wish, ikdClaims(subjectOf(deps, issuable))),
      };
      const sealed = await sealPhotocopy(
        await signPhotocopy(issuer.sign, issuer.x5c, content),
        key,
        deps.subtle,
      );
      const record = (await versionsOf(sql, resident)).find(({ closedBy }) => closedBy === null)!;
      const entry = await append(deps, sql, {
        kind: 'document/photocopy-made',
        subject: resident,
        actor,
        details: { photocopy: id, elements: wish.claims, until: wish.until },
      });
      const kept = {
        id,
        resident,
        reference,
        sealed,
        madeAt,
        withdrawnAt: null,
        recordVersion: record.openedBy,
      };
      await putPhotocopy(sql, { ...wish, ...kept }, entry);
      return ok(content);
    },
  );
  if (!made.ok) return made;
  return ok({ content: made.value.placed, address: photocopyAddress(deps.origins.portal, secret) });
}

/** Made again, it is the same paper of the same person, and one that was taken back stays so. */
const isSame = (before: KeptPhotocopy, resident: ResidentId, wish: PhotocopyWish): boolean =>
  before.resident === resident &&
  before.withdrawnAt === null &&
  before.recipient === wish.recipient &&
  before.purpose === wish.purpose &&
  before.until === wish.until &&
  before.claims.join() === wish.claims.join();

/** The claims that the resident chose, as far as the record knows them. */
function shownOf({ claims }: PhotocopyWish, all: ReturnType<typeof ikdClaims>): PhotocopyContent['claims'] {
  const known = all.reveal();
  const chosen = (claims as readonly PhotocopyClaim[]).flatMap((claim) => {
    const value = known[claim];
    return typeof value === 'string' ? [[claim, value] as const] : [];
  });
  return new Personal(Object.fromEntries(chosen));
}
