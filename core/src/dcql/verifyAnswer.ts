import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import { matchCredential } from './matchCredential.ts';
import type { ClaimsPath, CredentialQuery, DcqlQuery, QueriedCredential } from './model.ts';

export type DcqlRefusalCode =
  /** A presentation for a Credential Query that was not asked. */
  | 'dcql/not-asked'
  /** More presentations than one, although `multiple` is not set; or an empty list. */
  | 'dcql/count'
  /** A presentation does not match its Credential Query: type, authority, holder binding, claims or values. */
  | 'dcql/mismatch'
  /** A required set of credentials is not there. */
  | 'dcql/incomplete';

/** What answers one Credential Query, with the claims that were asked for. */
export interface Answered<P> {
  readonly presentation: P;
  readonly paths: readonly ClaimsPath[];
}

/**
 * Whether verified presentations satisfy the query (OpenID4VP 1.0 section 8.6, steps 2.2 and 3): the wallet is not
 * trusted to have followed it. Values are checked as well.
 * @param presented by the id of the Credential Query
 */
export function verifyAnswer<P extends QueriedCredential>(
  query: DcqlQuery,
  presented: ReadonlyMap<string, readonly P[]>,
): Result<ReadonlyMap<string, readonly Answered<P>[]>, Refusal<DcqlRefusalCode>> {
  const answered = new Map<string, readonly Answered<P>[]>();
  for (const [id, presentations] of presented) {
    const credentialQuery = query.credentials.find((asked) => asked.id === id);
    if (!credentialQuery) return refuse({ code: 'dcql/not-asked' });
    if (!isRightCount(credentialQuery, presentations.length))
      return refuse({ code: 'dcql/count', field: id });

    const matches = presentations.map((presentation) => ({
      presentation,
      paths: matchCredential(credentialQuery, presentation),
    }));
    if (!matches.every(isAnswered)) return refuse({ code: 'dcql/mismatch', field: id });
    answered.set(id, matches);
  }
  const isComplete = query.credentialSets.every(
    ({ required, options }) => !required || options.some((ids) => ids.every((id) => answered.has(id))),
  );
  return isComplete ? ok(answered) : refuse({ code: 'dcql/incomplete' });
}

const isRightCount = ({ multiple }: CredentialQuery, count: number): boolean =>
  multiple ? count > 0 : count === 1;

const isAnswered = <P>(match: {
  presentation: P;
  paths: readonly ClaimsPath[] | undefined;
}): match is Answered<P> => match.paths !== undefined;
