import type { Block } from '@jatidiri/core/consent/model.ts';
import { grantState } from '@jatidiri/core/consent/rules.ts';
import type { ConsentRequestReply, GrantReply, OwnConsentsReply } from '@jatidiri/core/consent/wire.ts';
import type { Standing } from './askConsent.ts';
import type { GrantWithReads, OwnConsents } from './ownConsents.ts';

export function toRequest({ request, state, expiresAt }: Standing): ConsentRequestReply {
  return { id: request.id, state, expiresAt: expiresAt.toISOString(), grant: request.grant };
}

export function toGrant({ grant, reads }: GrantWithReads, now: Date): GrantReply {
  return {
    id: grant.id,
    request: grant.request,
    institution: grant.partnerName,
    purpose: grant.purposeText,
    attributes: [...grant.attributes],
    once: grant.once,
    state: grantState(grant, now),
    grantedAt: grant.grantedAt.toISOString(),
    until: grant.until.toISOString(),
    endedAt: grant.endedAt?.toISOString() ?? null,
    reads: reads.map(({ id, at, attributes, outcome }) => ({
      id,
      at: at.toISOString(),
      attributes: [...attributes],
      outcome: outcome && { code: outcome.code, note: outcome.note, at: outcome.at.toISOString() },
    })),
  };
}

export function toOwnConsents({ grants, blocks }: OwnConsents, now: Date): OwnConsentsReply {
  return { grants: grants.map((grant) => toGrant(grant, now)), blocks: blocks.map(toBlock) };
}

function toBlock({ id, partnerName, purposeText, since }: Block): OwnConsentsReply['blocks'][number] {
  return { id, institution: partnerName, purpose: purposeText, since: since.toISOString() };
}
