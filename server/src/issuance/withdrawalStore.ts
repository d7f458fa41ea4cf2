import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { type Sql, statement } from '../platform/db/database.ts';

const GRANTS = statement(
  'issuance.endGrantsOfActivation',
  'update issuance_grant set expires_at = $2 where activation_id = $1 and expires_at > $2',
);
const OFFERS = statement(
  'issuance.endOffersOfActivation',
  'update credential_offer set expires_at = $2 where activation_id = $1 and expires_at > $2',
);
const REQUESTS = statement(
  'issuance.endRequestsOfActivation',
  'update authorization_request set expires_at = $2 where activation_id = $1 and expires_at > $2',
);

/** Ends what still leads to copies of an identity: tokens, offers that nobody took up, codes that were given. */
export function endLeaves(sql: Sql, activation: ActivationId, at: Date): void {
  for (const ending of [GRANTS, OFFERS, REQUESTS]) sql.run(ending, [activation, at]);
}
