import { parseDcqlQuery } from '@jatidiri/core/dcql/wire.ts';
import type { JsonObject } from '@jatidiri/core/jose/encodedJson.ts';
import { openJwe, readJweHeader } from '@jatidiri/core/jose/jwe.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import { type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Suite } from '@jatidiri/core/kit/suite.ts';
import { dcApiTranscript, openId4VpTranscript } from '@jatidiri/core/mdoc/sessionTranscript.ts';
import {
  type AuthorizationResponse,
  type AwaitedResponse,
  type ResponseRefusalCode,
  readResponse,
  type VpToken,
} from '@jatidiri/core/openid4vp/response.ts';
import { readTransactionData } from '@jatidiri/core/openid4vp/transactionData.ts';
import {
  type AskedPresentations,
  type DisclosedCredential,
  type PresentationsRefusalCode,
  verifyPresentations,
} from '@jatidiri/core/openid4vp/verifyPresentations.ts';
import type { PresentedCredentials } from '@jatidiri/core/verification/model.ts';
import { nodeOpener } from '../../platform/keys/nodeOpener.ts';
import type { CredentialTrust } from './credentialTrust.ts';
import type { PresentationRequest } from './request.ts';
import { publicHalf, responseUriOf } from './requestSigning.ts';

export interface CheckDeps {
  readonly suite: Suite;
  readonly origins: { readonly portal: string };
  readonly trust: CredentialTrust;
}

/** How an answer came: posted by a wallet, or handed over by a page of this origin. */
export type Arrival = { readonly kind: 'wallet' } | { readonly kind: 'browser'; readonly origin: string };

/** Reads what was sent: with the state of this request, and encrypted to its key where that was asked for. */
export function readAnswer(
  deps: CheckDeps,
  request: PresentationRequest,
  arrival: Arrival,
  parameters: JsonObject,
): Promise<Result<AuthorizationResponse, Refusal<ResponseRefusalCode>>> {
  const decrypt = (jwe: string) => openAnswer(deps, request, jwe);
  if (arrival.kind === 'browser') return readResponse(parameters, { decrypt });
  const awaited: AwaitedResponse = { state: request.walletState };
  return readResponse(
    parameters,
    request.responseMode === 'direct_post.jwt' ? { ...awaited, decrypt } : awaited,
  );
}

async function openAnswer(
  { suite }: CheckDeps,
  { encryptionKey, walletKey }: PresentationRequest,
  jwe: string,
): Promise<Uint8Array | undefined> {
  if (!encryptionKey || readJweHeader(jwe)?.kid !== walletKey) return undefined;
  return (await openJwe(nodeOpener(suite, encryptionKey.d), jwe))?.plaintext;
}

/** Verifies the presentations for this request as it was asked. */
export async function checkPresentations(
  { suite, origins, trust }: CheckDeps,
  request: PresentationRequest,
  arrival: Arrival,
  presentations: VpToken,
): Promise<Result<ReadonlyMap<string, readonly DisclosedCredential[]>, Refusal<PresentationsRefusalCode>>> {
  const query = parseDcqlQuery(request.dcql)!;
  const { nonce, clientId, encryptionKey } = request;
  const isSealed = arrival.kind === 'browser' || request.responseMode === 'direct_post.jwt';
  const key = isSealed && encryptionKey ? publicHalf(encryptionKey) : undefined;
  const asked: AskedPresentations = {
    query,
    nonce,
    audience: arrival.kind === 'browser' ? `origin:${arrival.origin}` : clientId,
    sessionTranscript:
      arrival.kind === 'browser'
        ? await dcApiTranscript(suite, { origin: arrival.origin, nonce, encryptionKey: key })
        : await openId4VpTranscript(suite, {
            clientId,
            nonce,
            encryptionKey: key,
            responseUri: responseUriOf({ origins }, request.walletKey),
          }),
    transactionData:
      request.transactionData.length > 0 ? readTransactionData(request.transactionData, query)! : [],
  };
  const verified = await verifyPresentations(presentations, asked, trust.now());
  if (!verified.ok) return verified;
  for (const [id, cards] of verified.value)
    if (!cards.every(({ issuer, type }) => trust.mayIssue(issuer, type)))
      return refuse({ code: 'chain/untrusted', field: id });
  return verified;
}

/** What the asker will read. */
export function toResult(
  disclosed: ReadonlyMap<string, readonly DisclosedCredential[]>,
): Personal<PresentedCredentials> {
  const credentials = [...disclosed].map(([id, list]) => [
    id,
    list.map(({ format, type, issuer, claims }) => ({
      format,
      type,
      issuer: issuer.subject,
      claims: claims.reveal(),
    })),
  ]);
  return new Personal(Object.fromEntries(credentials));
}
