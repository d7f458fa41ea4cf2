import * as v from 'valibot';
import type { DcqlQuery } from '../dcql/model.ts';
import { decodeJson, encodeJson } from '../jose/encodedJson.ts';
import { toBase64url, utf8 } from '../kit/bytes.ts';
import { PLAIN_LINE } from '../kit/plainLine.ts';
import type { Suite } from '../kit/suite.ts';
import type { TransactionData } from './model.ts';

/**
 * Our one type of transaction data: the resident agrees to a sentence. It is authorised with an SD-JWT VC alone, by
 * the profile of OpenID4VP 1.0 section B.3.3.1: hashes of the request's very texts in the Key Binding JWT.
 */
export const STATEMENT_TYPE = 'urn:jatidiri:transaction:statement:1';
export const TRANSACTION_HASH = 'sha-256';
const MAX_OBJECTS = 8;

/** Strict: an unknown field could mean something that the resident was not shown (section 8.5). */
const Statement = v.strictObject({
  type: v.literal(STATEMENT_TYPE),
  credential_ids: v.pipe(v.array(v.string()), v.minLength(1)),
  transaction_data_hashes_alg: v.optional(v.pipe(v.array(v.string()), v.includes(TRANSACTION_HASH))),
  statement: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500), v.regex(PLAIN_LINE)),
  reference: v.optional(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(64), v.regex(PLAIN_LINE))),
});

export interface StatementTerms {
  readonly credentialIds: readonly string[];
  readonly statement: string;
  readonly reference?: string;
}

/** One entry of `transaction_data`. */
export const encodeStatement = ({ credentialIds, statement, reference }: StatementTerms): string =>
  encodeJson({
    type: STATEMENT_TYPE,
    credential_ids: credentialIds,
    transaction_data_hashes_alg: [TRANSACTION_HASH],
    statement,
    ...(reference !== undefined && { reference }),
  });

/** Reads `transaction_data`; undefined when any object is of another type or does not fit the query (section 8.5). */
export function readTransactionData(
  value: unknown,
  query: DcqlQuery,
): readonly TransactionData[] | undefined {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_OBJECTS) return undefined;
  const objects = value.map((encoded) => readObject(encoded, query));
  return objects.every((object) => object !== undefined) ? objects : undefined;
}

function readObject(encoded: unknown, query: DcqlQuery): TransactionData | undefined {
  if (typeof encoded !== 'string') return undefined;
  const parsed = v.safeParse(Statement, decodeJson(encoded));
  if (!parsed.success) return undefined;
  const {
    credential_ids: credentialIds,
    transaction_data_hashes_alg: algorithms,
    statement,
    reference,
  } = parsed.output;
  if (!credentialIds.every((id) => canAuthorise(query, id))) return undefined;
  return {
    encoded,
    credentialIds,
    statement,
    namesAlgorithm: algorithms !== undefined,
    ...(reference !== undefined && { reference }),
  };
}

/** Without holder binding there is nothing to sign with (section B.3.3). */
const canAuthorise = ({ credentials }: DcqlQuery, id: string): boolean =>
  credentials.some(
    (query) => query.id === id && query.kind.format === 'dc+sd-jwt' && query.requiresHolderBinding,
  );

/** The entry of `transaction_data_hashes`: over the text as it was sent, undecoded (section B.3.3.1). */
export async function hashTransactionData(
  suite: Pick<Suite, 'sha256'>,
  { encoded }: Pick<TransactionData, 'encoded'>,
): Promise<string> {
  return toBase64url(await suite.sha256(utf8(encoded)));
}
