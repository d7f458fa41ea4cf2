import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { offerByValue, PRE_AUTHORIZED_CODE } from '@jatidiri/core/openid4vci/offer.ts';
import type { Identity, LoginChecks } from '../clinic/identity.ts';
import { openAuthority } from './authority.ts';
import type { CardType, Person } from './cardType.ts';
import { type IssueDeps, issueCards } from './issue.ts';
import { issuerMetadata, serverMetadata } from './metadata.ts';
import { openOffers } from './offers.ts';
import { offerPage, page, startPage } from './pages.ts';
import { openStatusList } from './statusList.ts';

export interface IssuerSettings {
  readonly card: CardType;
  /** Where it is reached, without a slash at its end. */
  readonly origin: string;
  /** Keys and status list lie here. */
  readonly folder: string;
  /** Sign-in with the IKD: the institution's own client. */
  readonly identity: Pick<Identity, 'beginLogin' | 'endLogin'>;
  /** The registry's own wallet: a page, which a link of OpenID4VCI's scheme does not open. */
  readonly wallet: string;
  readonly now: () => Date;
}

const MOST_BYTES = 64 * 1024;
const STATUS_PATH = '/status-list';

/** One institution that issues one kind of card: the pages for people, and the endpoints for wallets. */
export async function openIssuer(settings: IssuerSettings) {
  const { card, origin, folder, identity, wallet, now } = settings;
  const authority = await openAuthority(folder, card.institution, origin);
  const status = openStatusList(folder, `${origin}${STATUS_PATH}`, authority, now);
  const offers = openOffers(now);
  const deps: IssueDeps = { origin, card, authority, offers, status, now };
  const logins = new Map<string, LoginChecks>();

  /** The link that hands somebody's card to their wallet, good once and for ten minutes. */
  async function offerTo(person: Person): Promise<string | undefined> {
    const claims = await card.claimsOf(person);
    if (!claims) return undefined;
    return offerByValue({
      credential_issuer: origin,
      credential_configuration_ids: [card.id],
      grants: { [PRE_AUTHORIZED_CODE]: { 'pre-authorized_code': offers.offer(claims) } },
    });
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /.well-known/openid-credential-issuer':
        return json(response, 200, issuerMetadata(origin, card));
      case 'GET /.well-known/oauth-authorization-server':
        return json(response, 200, serverMetadata(origin));
      case 'POST /token': {
        const form = new URLSearchParams(await read(request));
        const known = form.get('grant_type') === PRE_AUTHORIZED_CODE;
        const token = known ? offers.redeem(form.get('pre-authorized_code') ?? '') : undefined;
        if (!token) return json(response, 400, { error: 'invalid_grant' });
        return json(response, 200, { access_token: token, token_type: 'Bearer', expires_in: 600 });
      }
      case 'POST /nonce':
        return json(response, 200, { c_nonce: offers.nonce() });
      case 'POST /credential': {
        const reply = await issueCards(deps, bearerIn(request), parsed(await read(request)));
        return json(response, reply.status, reply.body);
      }
      case `GET ${STATUS_PATH}`:
        response.writeHead(200, { 'content-type': 'application/statuslist+jwt' }).end(await status.token());
        return;
      case 'GET /root.pem':
        response.writeHead(200, { 'content-type': 'application/x-pem-file' }).end(authority.rootPem);
        return;
      case 'GET /':
        return html(response, startPage(card));
      case 'POST /login': {
        const login = await identity.beginLogin();
        logins.set(login.checks.expectedState, login.checks);
        response.writeHead(303, { location: login.url.href }).end();
        return;
      }
      case 'GET /callback': {
        const state = url.searchParams.get('state') ?? '';
        const checks = logins.get(state);
        logins.delete(state);
        if (!checks) return html(response, startPage(card, 'Masuk dibatalkan. Coba lagi.'));
        const offer = await offerTo(await identity.endLogin(url, checks));
        return html(
          response,
          offer
            ? offerPage(card, offer, wallet)
            : startPage(
                card,
                'Anda tidak ada dalam daftar kami, atau tidak menyetujui data yang kami perlukan.',
              ),
        );
      }
      default:
        response.writeHead(404).end();
    }
  }

  const server: Server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // Nothing of the request is logged: it may carry a person's data.
      console.error(reasonOf(error));
      if (!response.headersSent)
        html(response, page(card, '<p role="alert">Ada gangguan. Coba lagi.</p>'), 500);
    });
  });
  return { server, rootPem: authority.rootPem, offerTo };
}

/** The registry's own words about a request that it refused (RFC 6749 section 5.2), else those of the fault. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'fault';
  const { error: code, error_description: words } = error as { error?: unknown; error_description?: unknown };
  return typeof code === 'string' ? `${code}: ${words ?? error.message}` : error.message;
}

const bearerIn = ({ headers }: IncomingMessage): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new Error('a request that is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function html(response: ServerResponse, body: string, status = 200): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self' http: https:",
    })
    .end(body);
}
