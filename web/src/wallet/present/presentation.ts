import { type OpenedRequest, openRequest } from '@jatidiri/core/holder/present.ts';
import type { PresentRefusal } from '@jatidiri/core/holder/presentRefusals.ts';
import { answerRequest, declineRequest } from '@jatidiri/core/holder/respond.ts';
import { verifierName } from '@jatidiri/core/holder/verifierName.ts';
import { claimName, findWays, type Part, selectionOf, type Way } from '@jatidiri/core/holder/ways.ts';
import { KK_VCT } from '@jatidiri/core/issuance/familyClaims.ts';
import { KIA_VCT } from '@jatidiri/core/kia/model.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { ApiRefusal } from '../../shared/api.ts';
import { loadFaces } from '../cards/cardFaces.ts';
import { knownWithdrawn } from '../cards/readCards.ts';
import { openHolder } from '../copies/holder.ts';
import { renewCopies, renewFamilyCopies } from '../copies/renewCopies.ts';
import { isOurs } from '../copies/send.ts';
import { verifierTrust } from '../copies/trust.ts';
import type { Wallet } from '../wallet.ts';
import { keepPresentation, type Presentation } from './presentations.ts';

/** A request that may be shown, with what the resident can decide. */
export interface Question {
  readonly request: OpenedRequest;
  readonly parts: readonly Part[];
}

export type QuestionRefusal = PresentRefusal | ApiRefusal;

/** From a link to the question on the screen: who asks is verified first, then it is looked up what would answer. */
export async function openQuestion(wallet: Wallet, link: string): Promise<Result<Question, QuestionRefusal>> {
  const trust = await verifierTrust();
  if (!trust.ok) return trust;
  await loadFaces(wallet.vault);
  const { tools, store } = openHolder(wallet);
  const request = await openRequest(tools, trust.value, link);
  if (!request.ok) return request;
  if (asksForFamily(request.value)) await renewFamilyCopies(wallet);
  const waysNow = async () => {
    const gone = await knownWithdrawn(wallet);
    const copies = (await store.copies()).filter(({ keyId }) => !gone.includes(keyId));
    return findWays(tools, request.value, copies);
  };
  let parts = await waysNow();
  if (!parts) {
    // The first copies may still be on their way: whoever has just activated is asked at once.
    await renewCopies(wallet);
    parts = await waysNow();
  }
  if (parts) return ok({ request: request.value, parts });
  await declineRequest(tools, request.value, 'access_denied');
  return refuse({ code: 'present/nothing-fits' });
}

const FAMILY_TYPES: readonly string[] = [KK_VCT, KIA_VCT];

const asksForFamily = ({ query }: OpenedRequest): boolean =>
  query.credentials.some(
    ({ kind }) => kind.format === 'dc+sd-jwt' && kind.vctValues?.some((type) => FAMILY_TYPES.includes(type)),
  );

/** Sends what the resident chose. Answers where the verifier wants them to go on. */
export async function sendAnswer(
  wallet: Wallet,
  { request }: Question,
  ways: readonly Way[],
): Promise<Result<{ redirectUri?: string }, PresentRefusal>> {
  const { tools, store } = openHolder(wallet);
  const answered = await answerRequest(tools, request, selectionOf(ways), store);
  const claims = ways.flat().flatMap((shown) => shown.claims.map(claimName));
  await note(wallet, request, claims, answered.ok ? 'sent' : 'failed');
  void renewCopies(wallet);
  return answered;
}

/** The verifier may want to go on with the resident here, too (OpenID4VP 1.0 section 8.2). */
export async function decline(wallet: Wallet, { request }: Question): Promise<{ redirectUri?: string }> {
  const declined = await declineRequest(openHolder(wallet).tools, request, 'access_denied');
  await note(wallet, request, [], 'declined');
  return declined.ok ? declined.value : {};
}

function note(
  { vault, handset }: Wallet,
  request: OpenedRequest,
  claims: readonly string[],
  outcome: Presentation['outcome'],
) {
  return keepPresentation(vault, {
    at: handset.clock.now().toISOString(),
    verifier: verifierName(request.verifier),
    host: new URL(request.responseUri).hostname,
    elsewhere: !isOurs(request.responseUri),
    ...(request.purpose !== undefined && { purpose: request.purpose }),
    claims: [...new Set(claims)],
    outcome,
  });
}
