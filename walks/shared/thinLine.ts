import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** The line between a telephone and the server: how fast, how far, and what gets lost on it. */
export interface Line {
  /** Of each direction; unlimited when left out. */
  readonly bitsPerSecond?: number;
  /** Of a round trip. */
  readonly latencyMs?: number;
  /** One exchange in so many is cut: in the request, in the answer, or between the two in turn. None when left out. */
  readonly losesOneIn?: number;
}

/** Names and TLS 1.3 take two round trips before a new connection carries anything (RFC 8446 section 2). */
const ROUND_TRIPS_TO_CONNECT = 2;

export type ThinLine = Awaited<ReturnType<typeof openThinLine>>;

/**
 * A proxy before the server that counts every byte of HTTP on the telephone's side, headers included, and treats it
 * as a thin line does. Everything passes through: pages, service worker, API. Losses come by count, so that a run can be repeated.
 */
export async function openThinLine(
  target: { port: number },
  line: Line = {},
  watch: (request: IncomingMessage, sent: Buffer, answer: Answer) => void = () => {},
) {
  const sockets = new Set<Socket>();
  const fresh = new WeakSet<Socket>();
  const counted = new WeakMap<Socket, number>();
  const closed = { bytes: 0 };
  const exchanges: Exchange[] = [];
  const up = direction(line);
  const down = direction(line);
  let cuts = 0;

  const proxy = createServer((incoming, outgoing) => void carry(incoming, outgoing));
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    fresh.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      closed.bytes += trafficOf(socket);
    });
    socket.on('error', () => {});
  });

  async function carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { socket } = incoming;
    const exchange: Exchange = { what: `${incoming.method} ${incoming.url}`, bytes: 0, fate: nextFate() };
    exchanges.push(exchange);
    outgoing.on('close', () => {
      exchange.bytes = trafficOf(socket) - (counted.get(socket) ?? 0);
      counted.set(socket, trafficOf(socket));
    });
    if (fresh.delete(socket)) await pause(ROUND_TRIPS_TO_CONNECT * (line.latencyMs ?? 0));
    const sent = await bytesOf(incoming).catch(() => undefined);
    if (!sent) return;
    await up(headLength(incoming.rawHeaders) + sent.length);
    if (exchange.fate === 'request lost') return void socket.destroy();
    const answer = await ask(incoming, sent).catch(() => undefined);
    if (!answer || exchange.fate === 'answer lost') return void socket.destroy();
    watch(incoming, sent, answer);
    await down(headLength(answer.rawHeaders) + answer.body.length);
    outgoing.writeHead(answer.status, answer.rawHeaders);
    if (exchange.fate === 'whole') return void outgoing.end(answer.body);
    outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => socket.destroy());
  }

  function nextFate(): Fate {
    const lost = line.losesOneIn !== undefined && (exchanges.length + 1) % line.losesOneIn === 0;
    return lost ? LOSSES[cuts++ % LOSSES.length]! : 'whole';
  }

  function ask(incoming: IncomingMessage, sent: Buffer) {
    return new Promise<Answer>((resolve, reject) => {
      const { method, url, rawHeaders } = incoming;
      const forwarded = request({ port: target.port, host: '127.0.0.1', method, path: url, setHost: false });
      for (let i = 0; i < rawHeaders.length; i += 2) forwarded.setHeader(rawHeaders[i]!, rawHeaders[i + 1]!);
      forwarded.on('response', async (response) => {
        const body = await bytesOf(response);
        resolve({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, body });
      });
      forwarded.on('error', reject);
      forwarded.end(sent);
    });
  }

  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  return {
    port: (proxy.address() as AddressInfo).port,
    /** Sent and received together since the line opened. */
    bytes: () => [...sockets].reduce((sum, socket) => sum + trafficOf(socket), closed.bytes),
    /** What was asked, in order, with what each cost and what became of it. */
    exchanges: exchanges as readonly Exchange[],
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => proxy.close(done));
    },
  };
}

interface Exchange {
  readonly what: string;
  bytes: number;
  readonly fate: Fate;
}

export interface Answer {
  readonly status: number;
  readonly rawHeaders: string[];
  readonly body: Buffer;
}

const LOSSES = ['request lost', 'answer lost', 'answer cut'] as const;
type Fate = 'whole' | (typeof LOSSES)[number];

/** One direction of the line, shared by all that pass at the same time: half a round trip, after the bytes before. */
function direction(line: Line): (bytes: number) => Promise<void> {
  let freeAt = 0;
  return (bytes) => {
    const { bitsPerSecond, latencyMs = 0 } = line;
    const now = performance.now();
    const takes = bitsPerSecond ? (bytes * 8_000) / bitsPerSecond : 0;
    freeAt = Math.max(freeAt, now) + takes;
    return pause(freeAt - now + latencyMs / 2);
  };
}

const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resume) => setTimeout(resume, ms)) : Promise.resolve();

const trafficOf = ({ bytesRead, bytesWritten }: Socket): number => bytesRead + bytesWritten;

/** A start line of some thirty bytes, and each header with colon, blank and line end. */
const headLength = (rawHeaders: readonly string[]): number =>
  rawHeaders.reduce((sum, part) => sum + part.length + 2, 30);

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
