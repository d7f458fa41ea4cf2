import type { VerifyChain } from '../chain/certified.ts';
import { ok, type Result, refuse } from '../kit/result.ts';
import type { NotificationEvent } from '../openid4vci/wire.ts';
import { acceptCredentials, type KeyedCopy } from './acceptCredential.ts';
import { fetchAuthorizationServer, type ServerMetadata } from './authorizationServer.ts';
import type { SignIn } from './authorize.ts';
import { dpopSender, type SendProven } from './dpopSender.ts';
import { postJson } from './http.ts';
import {
  type CredentialConfiguration,
  fetchIssuerMetadata,
  findConfiguration,
  type IssuerMetadata,
} from './issuerMetadata.ts';
import type { HolderKey, HolderTools } from './model.ts';
import { type Offer, readOffer } from './offer.ts';
import type { ReceiveRefusal } from './receiveRefusals.ts';
import { type Patience, requestCredentials } from './requestCredentials.ts';
import { type Access, getAccess } from './token.ts';

/** An offer with everything that the issuer says about it: what a resident is shown before they take it. */
export interface OpenedOffer {
  readonly offer: Offer;
  readonly metadata: IssuerMetadata;
  readonly server: ServerMetadata;
  readonly configurations: ReadonlyMap<string, CredentialConfiguration>;
}

/** Reads an offer and asks its issuer what is offered (OpenID4VCI 1.0 sections 4 and 12). Nothing is agreed to yet. */
export async function openOffer(
  tools: Pick<HolderTools, 'send'>,
  link: string,
): Promise<Result<OpenedOffer, ReceiveRefusal>> {
  const offer = await readOffer(tools.send, link);
  if (!offer.ok) return offer;
  const metadata = await fetchIssuerMetadata(tools.send, offer.value.issuer);
  if (!metadata.ok) return metadata;
  const configurations = new Map<string, CredentialConfiguration>();
  for (const id of offer.value.configurationIds) {
    const configuration = findConfiguration(metadata.value, id);
    if (!configuration.ok) return configuration;
    configurations.set(id, configuration.value);
  }
  const server = await fetchAuthorizationServer(tools.send, metadata.value, offer.value.grant);
  if (!server.ok) return server;
  return ok({ offer: offer.value, metadata: metadata.value, server: server.value, configurations });
}

/** How a wallet takes what it was offered. */
export interface Taking {
  readonly clientId: string;
  /** Verifies the chains of the credential issuers that this wallet trusts. */
  readonly verifyChain: VerifyChain;
  /** How many copies of each credential, if the issuer gives that many. */
  readonly copies: number;
  readonly newKey: () => Promise<HolderKey>;
  readonly patience: Patience;
  /** Whether what came is about the holder of this wallet; anything is when absent. */
  readonly isOwn?: (received: readonly KeyedCopy[]) => Promise<boolean>;
  /** Stores all of them or throws; the issuer is told only afterwards. */
  readonly keep: (received: readonly KeyedCopy[]) => Promise<void>;
  readonly txCode?: string;
  readonly signIn?: SignIn;
}

/** Takes every credential of an offer: all of them are verified before any is kept. */
export async function takeOffer(
  tools: HolderTools,
  opened: OpenedOffer,
  taking: Taking,
): Promise<Result<readonly KeyedCopy[], ReceiveRefusal>> {
  const { offer, metadata, server, configurations } = opened;
  const send = dpopSender(tools, await taking.newKey());
  const access = await getAccess(tools, send, {
    grant: offer.grant,
    server,
    wanted: { clientId: taking.clientId, issuer: metadata.credential_issuer, configurations },
    txCode: taking.txCode,
    signIn: taking.signIn,
  });
  if (!access.ok) return access;

  const batches: Batch[] = [];
  for (const configurationId of configurations.keys()) {
    const identifiers = access.value.identifiers.get(configurationId) ?? [undefined];
    for (const identifier of identifiers) {
      const dataset = identifiers.length > 1 ? identifier : undefined;
      const wanted = { configurationId, identifier, dataset };
      const batch = await takeBatch(tools, send, opened, taking, access.value, wanted);
      if (!batch.ok) return batch;
      batches.push(batch.value);
    }
  }
  const received = batches.flatMap(({ copies }) => copies);
  const isWelcome = (await taking.isOwn?.(received)) ?? true;
  if (isWelcome) await taking.keep(received);
  const event = isWelcome ? 'credential_accepted' : 'credential_failure';
  for (const batch of batches) await notify(send, metadata, access.value, batch, event);
  return isWelcome ? ok(received) : refuse({ code: 'receive/other-person' });
}

interface Batch {
  readonly copies: readonly KeyedCopy[];
  readonly notificationId?: string;
}

/** One dataset of a configuration; `dataset` tells it from others of the same, where there are several. */
interface Wanted {
  readonly configurationId: string;
  readonly identifier: string | undefined;
  readonly dataset: string | undefined;
}

async function takeBatch(
  tools: HolderTools,
  send: SendProven,
  { metadata, configurations }: OpenedOffer,
  { copies, newKey, patience, verifyChain }: Taking,
  access: Access,
  { configurationId, identifier, dataset }: Wanted,
): Promise<Result<Batch, ReceiveRefusal>> {
  const count = Math.min(copies, metadata.batch_credential_issuance?.batch_size ?? 1);
  const keys = await Promise.all(Array.from({ length: count }, newKey));
  const sent = await requestCredentials(
    tools,
    send,
    { metadata, access, configurationId, identifier, keys },
    patience,
  );
  if (!sent.ok) return sent;

  const { credentials, notificationId } = sent.value;
  const accepted = await acceptCredentials(tools, credentials, keys, {
    issuer: metadata.credential_issuer,
    configurationId,
    dataset,
    configuration: configurations.get(configurationId)!,
    verifyChain,
  });
  if (accepted.ok) return ok({ copies: accepted.value, notificationId });
  await notify(send, metadata, access, { copies: [], notificationId }, 'credential_failure');
  return refuse({ code: 'receive/card-invalid', error: accepted.refusal.code });
}

/** Tells the issuer how it went (section 11); that it hears it is not needed for anything. */
async function notify(
  send: SendProven,
  { notification_endpoint: endpoint }: IssuerMetadata,
  { token }: Access,
  { notificationId }: Batch,
  event: NotificationEvent,
): Promise<void> {
  if (!endpoint || !notificationId) return;
  await send(postJson(endpoint, { notification_id: notificationId, event }), token);
}
