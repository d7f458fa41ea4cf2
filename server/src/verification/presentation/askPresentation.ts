import { generateKeyPairSync, hash, randomBytes } from 'node:crypto';
import type { DcqlQuery } from '@jatidiri/core/dcql/model.ts';
import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Actor } from '@jatidiri/core/ledger/model.ts';
import { type ClientIdPrefix, dnsClientId, hashClientId } from '@jatidiri/core/openid4vp/requestObject.ts';
import { encodeStatement, readTransactionData } from '@jatidiri/core/openid4vp/transactionData.ts';
import { askedAttributes, canBeChecked } from '@jatidiri/core/verification/askable.ts';
import type { Flow, PageKey, RequestId, WalletKey } from '@jatidiri/core/verification/model.ts';
import type { VerificationRefusalCode } from '@jatidiri/core/verification/refusals.ts';
import { append, type Tracing } from '../../ledger/index.ts';
import type { AccessSigner } from '../../partner/index.ts';
import type { Database } from '../../platform/db/database.ts';
import { type Asker, type EncryptionKey, factsOf, type PresentationRequest } from './request.ts';
import { insertRequest } from './store.ts';

export interface AskDeps extends Tracing {
  readonly database: Database;
}

export interface Statement {
  readonly statement: string;
  readonly reference?: string | undefined;
  readonly credentialIds?: readonly string[] | undefined;
}

/** What is asked, by whom, and how the answer comes back. */
export interface Asking {
  readonly asker: Asker;
  readonly signer: AccessSigner;
  readonly clientIdPrefix?: ClientIdPrefix;
  readonly purpose: string;
  readonly dcql: JsonObject;
  readonly flow: Flow;
  readonly returnTo?: string | undefined;
  readonly responseMode?: PresentationRequest['responseMode'];
  readonly statements?: readonly Statement[] | undefined;
  readonly origin?: string | undefined;
}

type Outcome = Result<PresentationRequest, Refusal<VerificationRefusalCode>>;

/** Long enough to find the telephone and to read what is asked. */
const OPEN_MS = 10 * 60_000;

/** Puts a request: nonce, state and encryption key are drawn for it alone (OpenID4VP 1.0 sections 5.2, 5.3 and 8.3). */
export async function askPresentation(deps: AskDeps, asking: Asking): Promise<Outcome> {
  const query = parseDcqlQuery(asking.dcql);
  if (!query) return refuse({ code: 'verification/query-malformed', field: 'dcql' });
  if (!canBeChecked(query)) return refuse({ code: 'verification/query-unsupported', field: 'dcql' });
  const transactionData = encodeStatements(query, asking.statements ?? []);
  if (!transactionData) return refuse({ code: 'verification/transaction-unsupported', field: 'statements' });

  const request = compose(deps, asking, query, transactionData);
  await deps.database.write(async (sql) => {
    await insertRequest(sql, request);
    await append(deps, sql, {
      kind: 'verification/requested',
      subject: null,
      actor: actorOf(request.asker),
      details: factsOf(request),
    });
  });
  return ok(request);
}

function compose(
  { now }: AskDeps,
  asking: Asking,
  query: DcqlQuery,
  transactionData: readonly string[],
): PresentationRequest {
  const { signer, clientIdPrefix = 'x509_hash', responseMode = 'direct_post.jwt' } = asking;
  const askedAt = now();
  return {
    id: unguessable() as RequestId,
    walletKey: unguessable() as WalletKey,
    pageKey: unguessable() as PageKey,
    asker: asking.asker,
    institution: signer.name,
    purpose: asking.purpose,
    attributes: askedAttributes(query),
    flow: asking.flow,
    returnTo: asking.returnTo ?? null,
    clientId: clientIdOf(signer, clientIdPrefix),
    responseMode,
    origin: asking.origin ?? null,
    dcql: asking.dcql,
    transactionData,
    nonce: unguessable(),
    walletState: unguessable(),
    encryptionKey: newEncryptionKey(),
    state: 'created',
    error: null,
    responseCode: null,
    result: null,
    askedAt,
    expiresAt: new Date(askedAt.getTime() + OPEN_MS),
    answeredAt: null,
  };
}

/** 128 random bits, as the specification asks for. */
export const unguessable = (): string => randomBytes(16).toString('base64url');

function clientIdOf({ x5c, dnsName }: AccessSigner, prefix: ClientIdPrefix): string {
  if (prefix === 'x509_san_dns') return dnsClientId(dnsName);
  return hashClientId(hash('sha256', Buffer.from(x5c[0]!, 'base64'), 'buffer'));
}

function newEncryptionKey(): EncryptionKey {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y, d } = privateKey.export({ format: 'jwk' }) as { x: string; y: string; d: string };
  return { kty: 'EC', crv: 'P-256', x, y, d };
}

/** Undefined when a statement names a credential that cannot sign it. */
function encodeStatements(query: DcqlQuery, statements: readonly Statement[]): readonly string[] | undefined {
  if (statements.length === 0) return [];
  const signing = query.credentials.filter(({ kind }) => kind.format === 'dc+sd-jwt').map(({ id }) => id);
  const encoded = statements.map(({ statement, reference, credentialIds = signing.slice(0, 1) }) =>
    encodeStatement({ credentialIds, statement, ...(reference !== undefined && { reference }) }),
  );
  return readTransactionData(encoded, query) && encoded;
}

export function actorOf(asker: Asker): Actor {
  return asker.kind === 'partner'
    ? { kind: 'partner', partner: asker.partner }
    : { kind: 'system', task: `verification.${asker.kind}` };
}
