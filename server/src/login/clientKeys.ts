import { createHash } from 'node:crypto';
import type { FindClient } from './clients.ts';

const HOST = 'client-keys.invalid';

/**
 * For the flows without a browser the library wants pairwise clients to have an address of their keys. Uploaded keys get
 * one that nobody else knows; another set of keys has another address, so that a change is felt at once.
 */
export function addressOfKeys(clientId: string, keys: readonly object[]): string {
  const digest = createHash('sha256').update(JSON.stringify(keys)).digest('base64url');
  return `https://${HOST}/${encodeURIComponent(clientId)}/${digest}`;
}

/** Answers for those addresses; every other one is a partner's own, and fetched as the library guards it. */
export function fetchKeys(findClient: FindClient): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    if (url.host !== HOST) return fetch(input, { ...init, redirect: 'error' });
    const client = await findClient(decodeURIComponent(url.pathname.split('/')[1]!));
    const keys = client?.proof.kind === 'jwks' ? client.proof.keys : [];
    return new Response(JSON.stringify({ keys }), { headers: { 'content-type': 'application/json' } });
  };
}
