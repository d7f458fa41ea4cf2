import type { DeviceThumbprint } from '@jatidiri/core/activation/model.ts';
import type { Question } from '@jatidiri/core/approval/model.ts';
import { KIA_CLAIMS, KK_CLAIMS } from '@jatidiri/core/issuance/familyClaims.ts';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { type ConfigurationId, CREDENTIAL_CONFIGURATIONS } from '@jatidiri/core/openid4vci/configurations.ts';
import type { Openid4vciRefusalCode } from '@jatidiri/core/openid4vci/refusals.ts';
import type { ResidentId } from '@jatidiri/core/registry/model.ts';
import { findActivation, findClaiming } from '../../activation/index.ts';
import { askResident, newBindingMessage, readQuestion } from '../../approval/index.ts';
import type { Tracing } from '../../ledger/index.ts';
import type { Database, Sql } from '../../platform/db/database.ts';
import { holdOn } from '../issuable.ts';
import { purposeOf } from './authorizationPages.ts';
import {
  type Authorization,
  closeAuthorization,
  findAuthorization,
  lockAuthorization,
  moveAuthorization,
} from './authorizationStore.ts';
import { findOffer } from './offerStore.ts';
import { hashOf, newSecret, type Random } from './secrets.ts';

export interface AskingDeps extends Tracing {
  readonly database: Database;
  readonly random: Random;
  readonly endpoints: { readonly authorization: string };
}

type Checked<T> = Result<T, Refusal<Openid4vciRefusalCode>>;

const ANSWER_SECONDS = 600;
const CODE_SECONDS = 60;

/** Turns a pushed request into a question to the resident, once; answers the secret in the page's address. */
export function askForWallet(deps: AskingDeps, secret: string, clientId: string): Promise<Checked<string>> {
  return deps.database.write(async (sql): Promise<Checked<string>> => {
    const request = await lockAuthorization(sql, hashOf(secret));
    const isOpen = request?.stage === 'pushed' && request.expiresAt > deps.now();
    if (!isOpen || request.clientId !== clientId) return refuse({ code: 'openid4vci/request-uri' });

    const page = newSecret(deps.random);
    const expiresAt = new Date(deps.now().getTime() + ANSWER_SECONDS * 1000);
    const question = await askResident(deps, sql, {
      kind: 'issuance',
      to: await offeredTo(sql, request),
      asker: { partner: null, name: nameOf(request) },
      purpose: purposeOf(request.configurations),
      attributes: claimsIn(request.configurations),
      bindingMessage: newBindingMessage(),
      acr: null,
      periodDays: null,
      returnTo: `${deps.endpoints.authorization}/${page}`,
      expiresAt,
    });
    moveAuthorization(sql, request.id, 'asked', {
      secretHash: hashOf(page),
      expiresAt,
      question: question.id,
    });
    return ok(page);
  });
}

const CLAIMS = { ikd: IKD_CLAIMS, kk: KK_CLAIMS, kia: KIA_CLAIMS } as const;

const claimsIn = (configurations: readonly ConfigurationId[]): string[] => [
  ...new Set(configurations.flatMap((id) => Object.keys(CLAIMS[CREDENTIAL_CONFIGURATIONS[id].card]))),
];

/** As its provider calls it; a wallet that nobody vouches for is called by where its code goes. */
function nameOf({ clientName, redirectUri }: Authorization): string {
  if (clientName) return clientName;
  const { protocol, host } = new URL(redirectUri);
  return protocol === 'https:' ? host : `${protocol}//${host}`.replace(/\/+$/, '');
}

/** The resident for whom the offer was made; null for whoever answers. */
async function offeredTo(sql: Sql, { offer: id }: Authorization): Promise<ResidentId | null> {
  const offer = id === null ? undefined : await findOffer(sql, id);
  const identity = offer?.activation && (await findActivation(sql, offer.activation));
  return identity ? identity.resident : null;
}

export interface Asked {
  readonly request: Authorization;
  readonly question: Question;
}

/** The request behind a page, and where its question stands. */
export async function findAsked(
  { database, now }: Pick<AskingDeps, 'database' | 'now'>,
  page: string,
): Promise<Asked | undefined> {
  const request = await findAuthorization(database.read, hashOf(page));
  if (request?.stage !== 'asked' || !request.question) return undefined;
  const question = await readQuestion(database.read, request.question);
  if (!question) return undefined;
  const isOver = request.expiresAt <= now() && question.state !== 'answered';
  return { request, question: isOver ? { ...question, state: 'expired', resident: null } : question };
}

/** Who said yes, and with which handset; none in a demonstration, whose form stands for an answer. */
export interface Approval {
  readonly resident: ResidentId;
  readonly device: DeviceThumbprint | null;
}

/**
 * The resident said yes: a code for the wallet, once, for the identity that is active now, on the handset that answered.
 * Where the offer was made for somebody, only they can take it up.
 */
export function giveCode(
  deps: AskingDeps,
  page: string,
  { resident, device }: Approval,
): Promise<Checked<string>> {
  return deps.database.write(async (sql): Promise<Checked<string>> => {
    const request = await lockAuthorization(sql, hashOf(page));
    if (request?.stage !== 'asked') return refuse({ code: 'openid4vci/request-uri' });
    const meant = await offeredTo(sql, request);
    const claiming = await findClaiming(sql, resident);
    if (!claiming || (meant !== null && meant !== resident)) return refuse({ code: 'openid4vci/declined' });
    const held = await holdOn(sql, claiming, { thumbprint: device ?? claiming.device.thumbprint });
    if (!held.ok) return refuse({ code: 'openid4vci/declined' });
    const code = newSecret(deps.random);
    const expiresAt = new Date(deps.now().getTime() + CODE_SECONDS * 1000);
    moveAuthorization(sql, request.id, 'answered', {
      secretHash: hashOf(code),
      expiresAt,
      activation: held.value.id,
    });
    return ok(code);
  });
}

/** Declined on the page or in the wallet: whatever is answered later gives no code. */
export async function endAsking(
  { database }: Pick<AskingDeps, 'database'>,
  { request }: Asked,
): Promise<void> {
  await closeAuthorization(database.read, request.id, 'declined');
}
