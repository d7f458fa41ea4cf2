import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import * as v from 'valibot';
import type { StepReport, Wallet } from './openWallet.ts';

const Receive = v.object({ offer: v.string(), txCode: v.optional(v.string()) });
const Present = v.object({ request: v.string() });

/**
 * Lets a test suite drive the wallet over HTTP on this machine alone. A step that the wallet refuses is answered with
 * 200 as well: the question was answered, `ok` says how. Answers the port that it listens on.
 */
export async function serve(
  wallet: Wallet,
  port: number,
  print: (report: StepReport) => void,
): Promise<number> {
  const server = createServer((request, response) => {
    void answer(wallet, request, print).then(
      ({ status, body }) => response.writeHead(status, { 'content-type': 'application/json' }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port);
  return (server.address() as AddressInfo).port;
}

async function answer(wallet: Wallet, request: IncomingMessage, print: (report: StepReport) => void) {
  switch (`${request.method} ${request.url}`) {
    case 'POST /receive': {
      const input = v.safeParse(Receive, await readBody(request));
      return input.success ? take(wallet.receive(input.output.offer, input.output.txCode), print) : MALFORMED;
    }
    case 'POST /present': {
      const input = v.safeParse(Present, await readBody(request));
      return input.success ? take(wallet.present(input.output.request), print) : MALFORMED;
    }
    case 'GET /credentials':
      return { status: 200, body: JSON.stringify(wallet.credentials()) };
    default:
      return { status: 404, body: JSON.stringify({ error: 'not_found' }) };
  }
}

const MALFORMED = { status: 400, body: JSON.stringify({ error: 'invalid_request' }) };

async function take(step: Promise<StepReport>, print: (report: StepReport) => void) {
  const report = await step;
  print(report);
  return { status: 200, body: JSON.stringify(report) };
}

const readBody = (request: IncomingMessage): Promise<unknown> => json(request).catch(() => undefined);

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
