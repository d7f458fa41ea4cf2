import { setTimeout as sleep } from 'node:timers/promises';
import type { HttpReply, HttpRequest } from '@jatidiri/core/holder/http.ts';
import type { HolderKey, HolderTools } from '@jatidiri/core/holder/model.ts';
import { parsePublicJwk } from '@jatidiri/core/jose/publicJwk.ts';
import { webSigner, webSuite } from '@jatidiri/core/kit/webSuite.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const TIMEOUT_MS = 15_000;

/** What the holder's rules need, from Node. */
export function nodeTools(): HolderTools {
  const { subtle } = crypto;
  return {
    suite: webSuite(subtle),
    subtle,
    send,
    now: () => new Date(),
    random: (size) => crypto.getRandomValues(new Uint8Array(size)),
  };
}

export async function newKey(): Promise<HolderKey> {
  const { subtle } = crypto;
  const keys = await subtle.generateKey(P256, false, ['sign', 'verify']);
  const publicJwk = parsePublicJwk(await subtle.exportKey('jwk', keys.publicKey));
  if (!publicJwk) throw new Error('no P-256 key was made');
  return { publicJwk, sign: webSigner(subtle, keys.privateKey) };
}

export const wait = (seconds: number): Promise<void> => sleep(seconds * 1000);

async function send({ method, url, headers, body }: HttpRequest): Promise<HttpReply | undefined> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const reply = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
  } catch {
    return undefined;
  }
}
