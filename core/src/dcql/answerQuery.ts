import { matchCredential } from './matchCredential.ts';
import type { ClaimsPath, DcqlQuery, QueriedCredential } from './model.ts';

/** A credential of the wallet that answers one Credential Query, and what of it would be shown. */
export interface Candidate<C> {
  readonly credential: C;
  readonly paths: readonly ClaimsPath[];
}

/** One thing that the verifier wants, with the ways in which this wallet can give it. */
export interface Choice {
  readonly required: boolean;
  /** The options of the set for which every credential is there, in the verifier's order; empty when there is none. */
  readonly options: readonly (readonly string[])[];
}

/** How a wallet's credentials answer a query. */
export interface QueryAnswer<C> {
  /** By the id of the Credential Query, in the wallet's order; an id without candidates is missing. */
  readonly candidates: ReadonlyMap<string, readonly Candidate<C>[]>;
  readonly choices: readonly Choice[];
  /** Whether each required set can be satisfied; otherwise nothing may be sent (OpenID4VP 1.0 section 6.4.2). */
  readonly canBeAnswered: boolean;
}

/** Evaluates a query over what a wallet holds (OpenID4VP 1.0 section 6.4). */
export function answerQuery<C>(
  query: DcqlQuery,
  held: readonly C[],
  describe: (credential: C) => QueriedCredential,
): QueryAnswer<C> {
  const described = held.map((credential) => ({ credential, queried: describe(credential) }));
  const candidates = new Map<string, readonly Candidate<C>[]>();
  for (const credentialQuery of query.credentials) {
    const found = described.flatMap(({ credential, queried }) => {
      const paths = matchCredential(credentialQuery, queried);
      return paths ? [{ credential, paths }] : [];
    });
    if (found.length > 0) candidates.set(credentialQuery.id, found);
  }
  const choices = query.credentialSets.map(({ required, options }) => ({
    required,
    options: options.filter((ids) => ids.every((id) => candidates.has(id))),
  }));
  return {
    candidates,
    choices,
    canBeAnswered: choices.every(({ required, options }) => !required || options.length > 0),
  };
}
