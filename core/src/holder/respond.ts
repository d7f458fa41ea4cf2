import type { Candidate } from '../dcql/answerQuery.ts';
import type { ClaimsPath } from '../dcql/model.ts';
import type { JsonObject } from '../jose/encodedJson.ts';
import { fromBase64url, toBase64url } from '../kit/bytes.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import type { SignEs256 } from '../kit/suite.ts';
import { createDeviceResponse } from '../mdoc/createDeviceResponse.ts';
import { openId4VpTranscript } from '../mdoc/sessionTranscript.ts';
import type { TransactionData } from '../openid4vp/model.ts';
import type { AuthorizationError } from '../openid4vp/refusals.ts';
import { createErrorResponse, createResponse, toForm } from '../openid4vp/response.ts';
import { hashTransactionData, TRANSACTION_HASH } from '../openid4vp/transactionData.ts';
import { bindToHolder } from '../sdjwt/present.ts';
import { selectPaths } from '../sdjwt/selectPaths.ts';
import { parseAddress } from './address.ts';
import { errorOf, type HttpReply, isSuccess, jsonOf, postForm } from './http.ts';
import type { HeldCopy, HolderTools } from './model.ts';
import type { OpenedRequest } from './present.ts';
import type { PresentRefusal } from './presentRefusals.ts';
import type { Selection } from './ways.ts';

export interface Answering {
  /** Signs with the key that a copy is bound to. */
  readonly signerOf: (keyId: string) => SignEs256 | Promise<SignEs256>;
  /** Notes that these copies are seen, before they are. */
  readonly countUse: (keyIds: readonly string[]) => Promise<void>;
}

export interface Answered {
  /** Where the verifier wants the resident to go on (OpenID4VP 1.0 section 8.2). */
  readonly redirectUri?: string;
}

/** Presents what was selected and sends it (OpenID4VP 1.0 section 8). */
export async function answerRequest(
  tools: HolderTools,
  request: OpenedRequest,
  selection: Selection,
  { signerOf, countUse }: Answering,
): Promise<Result<Answered, PresentRefusal>> {
  if (!request.transactionData.every(({ credentialIds }) => credentialIds.some((id) => selection.has(id)))) {
    return refuse({ code: 'present/transaction-unknown', error: 'no credential that may authorise it' });
  }
  const presentations = new Map<string, readonly string[]>();
  for (const [id, candidates] of selection) {
    const presented = await Promise.all(
      candidates.map(async (candidate) => {
        const sign = await signerOf(candidate.credential.keyId);
        return present(tools, request, {
          id,
          ...candidate,
          sign,
          transactions: authorisedBy(request, selection, id),
        });
      }),
    );
    presentations.set(id, presented);
  }
  const shown = [...selection.values()].flat().map(({ credential }) => credential.keyId);
  const response = await createResponse(tools, request, presentations).catch(() => undefined);
  // The verifier's key is no point of its curve: nothing can be encrypted to it.
  if (!response) return refuse({ code: 'present/mode-unsupported', error: 'request/encryption' });
  await countUse([...new Set(shown)]);
  return deliver(tools, request, response);
}

/** Tells the verifier that there will be no answer (section 8.5). */
export async function declineRequest(
  tools: HolderTools,
  request: OpenedRequest,
  error: AuthorizationError,
): Promise<Result<Answered, PresentRefusal>> {
  return deliver(tools, request, createErrorResponse(request, error));
}

interface Presented extends Candidate<HeldCopy> {
  readonly id: string;
  readonly sign: SignEs256;
  readonly transactions: readonly TransactionData[];
}

function present(tools: HolderTools, request: OpenedRequest, presented: Presented): Promise<string> {
  return presented.credential.format === 'mso_mdoc'
    ? presentMdoc(tools, request, presented)
    : presentSdJwt(tools, request, presented);
}

async function presentSdJwt(
  { suite, now }: HolderTools,
  { audience, nonce, query }: OpenedRequest,
  { id, credential, paths, sign, transactions }: Presented,
): Promise<string> {
  const selected = await selectPaths(suite, credential.credential, paths);
  if (!query.credentials.find((asked) => asked.id === id)!.requiresHolderBinding) return selected;
  const transaction = transactions.length > 0 && {
    transaction_data_hashes: await Promise.all(transactions.map((data) => hashTransactionData(suite, data))),
    ...(transactions.some(({ namesAlgorithm }) => namesAlgorithm) && {
      transaction_data_hashes_alg: TRANSACTION_HASH,
    }),
  };
  return bindToHolder(sign, suite, selected, {
    audience,
    nonce,
    now: now(),
    ...(transaction && { transaction }),
  });
}

async function presentMdoc(
  { suite }: HolderTools,
  { clientId, nonce, encryption, responseUri }: OpenedRequest,
  { credential, paths, sign }: Presented,
): Promise<string> {
  const session = { clientId, nonce, encryptionKey: encryption?.recipient.jwk, responseUri };
  const transcript = await openId4VpTranscript(suite, session);
  const mdoc = { issuerSigned: fromBase64url(credential.credential), shown: byNamespace(paths), sign };
  return toBase64url(await createDeviceResponse([mdoc], transcript));
}

function byNamespace(paths: readonly ClaimsPath[]): Record<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [nameSpace, element] of paths) {
    const name = String(nameSpace);
    groups.set(name, [...(groups.get(name) ?? []), String(element)]);
  }
  return Object.fromEntries(groups);
}

/** Each transaction is authorised with one credential alone: the first of those that it names (section 5.1). */
function authorisedBy({ transactionData }: OpenedRequest, selection: Selection, id: string) {
  return transactionData.filter(
    ({ credentialIds }) => credentialIds.find((credentialId) => selection.has(credentialId)) === id,
  );
}

async function deliver(
  tools: HolderTools,
  { responseUri }: OpenedRequest,
  response: JsonObject,
): Promise<Result<Answered, PresentRefusal>> {
  return readReceipt(await tools.send(postForm(responseUri, Object.fromEntries(toForm(response)))));
}

function readReceipt(reply: HttpReply | undefined): Result<Answered, PresentRefusal> {
  if (!reply) return refuse({ code: 'present/unreachable' });
  if (!isSuccess(reply)) return refuse({ code: 'present/answer-refused', error: errorOf(reply) });
  const redirectUri = jsonOf(reply)?.redirect_uri;
  return ok(parseRedirect(redirectUri) ? { redirectUri: redirectUri as string } : {});
}

/** The browser is sent to safe addresses alone; a fragment may stand in them, it often carries the response code. */
const parseRedirect = (address: unknown): boolean =>
  typeof address === 'string' && parseAddress(address.split('#', 1)[0]) !== undefined;
