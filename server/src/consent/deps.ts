import type { Grant } from '@jatidiri/core/consent/model.ts';
import type { ConsentRefusalCode } from '@jatidiri/core/consent/refusals.ts';
import type { Refusal, Result } from '@jatidiri/core/kit/result.ts';
import type { PartnerAccessRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import type { Tracing } from '../ledger/index.ts';
import type { Database } from '../platform/db/database.ts';

export interface ConsentDeps extends Tracing {
  readonly database: Database;
}

export type Answered<T> = Result<T, Refusal<ConsentRefusalCode | PartnerAccessRefusalCode>>;

/** What the ledger says of a grant, so that the resident's trail names institution, purpose and data. */
export function factsOf({ id, partner, partnerName, purposeText, attributes }: Grant) {
  return { grant: id, partner, asker: partnerName, purpose: purposeText, elements: [...attributes] };
}
