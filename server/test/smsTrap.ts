import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TrappedText {
  readonly to: string;
  readonly text: string;
}

/** A real HTTP gateway that keeps what it gets, and is as strict as one that costs money. */
export async function openSmsTrap() {
  const texts: TrappedText[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const isMeant = request.method === 'POST' && request.headers.authorization === AUTHORIZATION;
    const { to, text } = isMeant ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : {};
    const isSent = typeof text === 'string' && /^\+628\d{7,11}$/.test(to);
    if (isSent) texts.push({ to, text });
    response.writeHead(isSent ? 202 : 400).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    settings: { url: `http://127.0.0.1:${port}/messages`, authorization: AUTHORIZATION, from: 'IKD' },
    texts,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

const AUTHORIZATION = 'Bearer trap';
