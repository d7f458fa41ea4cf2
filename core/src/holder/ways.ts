import { answerQuery, type Candidate, type QueryAnswer } from '../dcql/answerQuery.ts';
import { selectByPath } from '../dcql/claimsPath.ts';
import type { ClaimsPath, QueriedCredential } from '../dcql/model.ts';
import { heldCredentials } from './copies.ts';
import { queriedCopy } from './heldClaims.ts';
import type { HeldCopy, HolderTools } from './model.ts';
import type { OpenedRequest } from './present.ts';

/** One claim that would be shown. */
export interface ShownClaim {
  readonly path: ClaimsPath;
  /** What the verifier would read; several where the path means every element of a list. */
  readonly values: readonly unknown[];
}

export interface ShownCredential extends Candidate<HeldCopy> {
  /** Of the Credential Query that it answers. */
  readonly id: string;
  /** Whose it is, for the resident to tell several apart; not shown unless it is among the claims. */
  readonly subject: string | undefined;
  readonly claims: readonly ShownClaim[];
}

/** One way to give the verifier one of the things that it wants. */
export type Way = readonly ShownCredential[];

export interface Part {
  readonly required: boolean;
  /** In the verifier's order; of ways that show the same of the same credential in two formats only the first. */
  readonly ways: readonly Way[];
}

/** The copies that are shown, by the id of the Credential Query that they answer. */
export type Selection = ReadonlyMap<string, readonly Candidate<HeldCopy>[]>;

/**
 * What the resident can decide about a request (OpenID4VP 1.0 section 6.4): for each thing that is wanted, the ways in
 * which this wallet can give it. For each credential its next copy stands. Undefined when something required is missing.
 */
export async function findWays(
  { suite, now }: Pick<HolderTools, 'suite' | 'now'>,
  { query }: OpenedRequest,
  copies: readonly HeldCopy[],
): Promise<readonly Part[] | undefined> {
  const next = heldCredentials(copies, now()).map((credential) => credential.next);
  const queried = new Map<HeldCopy, QueriedCredential>();
  for (const copy of next) queried.set(copy, await queriedCopy(suite, copy));

  const answer: QueryAnswer<HeldCopy> = answerQuery(query, next, (copy) => queried.get(copy)!);
  if (!answer.canBeAnswered) return undefined;

  /** Everything that fits, where several are wanted; else each by itself, for the resident to choose. */
  const waysFor = (id: string): readonly Way[] => {
    const isMultiple = query.credentials.find((asked) => asked.id === id)!.multiple;
    const all = answer.candidates.get(id)!.map((candidate): ShownCredential => {
      const { claims } = queried.get(candidate.credential)!;
      return {
        id,
        ...candidate,
        subject: typeof claims.name === 'string' ? claims.name : undefined,
        claims: candidate.paths.map((path) => ({ path, values: selectByPath(claims, path) ?? [] })),
      };
    });
    return isMultiple ? [all] : all.map((shown) => [shown]);
  };
  return answer.choices
    .filter(({ options }) => options.length > 0)
    .map(({ required, options }) => ({
      required,
      ways: withoutSame(options.flatMap((ids) => combined(ids.map(waysFor)))),
    }));
}

/** More than these nobody reads, and a query of many parts would multiply them without bound. */
const MOST_WAYS = 24;

/** One of each, in every combination: the first of all comes first. */
const combined = (parts: readonly (readonly Way[])[]): readonly Way[] =>
  parts.reduce<readonly Way[]>(
    (begun, ways) => begun.flatMap((way) => ways.map((more) => [...way, ...more])).slice(0, MOST_WAYS),
    [[]],
  );

/** The verifier's first preference for everything that is required, and nothing else. */
export const preferredWays = (parts: readonly Part[]): readonly Way[] =>
  parts.filter(({ required }) => required).map(({ ways }) => ways[0]!);

export function selectionOf(ways: readonly Way[]): Selection {
  const selection = new Map<string, readonly Candidate<HeldCopy>[]>();
  for (const { id, credential, paths } of ways.flat()) {
    const others = (selection.get(id) ?? []).filter((known) => known.credential !== credential);
    selection.set(id, [...others, { credential, paths }]);
  }
  return selection;
}

function withoutSame(ways: readonly Way[]): readonly Way[] {
  const first = new Map<string, Way>();
  for (const way of ways) {
    const name = JSON.stringify(
      way.map((shown) => {
        const { issuer, dataset } = shown.credential;
        return [issuer, dataset, shown.claims.map(withinFormat(shown))];
      }),
    );
    if (!first.has(name)) first.set(name, way);
  }
  return [...first.values()];
}

/** The element of an mdoc stands below its namespace, which says nothing to a resident. */
const withinFormat =
  ({ credential }: ShownCredential) =>
  ({ path }: ShownClaim): readonly unknown[] =>
    credential.format === 'mso_mdoc' ? path.slice(1) : path;

/** The name under which issuers and residents know a claim: the last in its path. */
export const claimName = ({ path }: Pick<ShownClaim, 'path'>): string =>
  path.filter((step) => typeof step === 'string').at(-1) ?? '';
