import assert from 'node:assert/strict';
import { after } from 'node:test';
import { openWallet } from '../openWallet.ts';
import { newAuthority } from './authority.ts';
import { VCT } from './foreignCards.ts';
import { startForeignIssuer } from './foreignIssuer.ts';
import { startForeignVerifier } from './foreignVerifier.ts';

/** A wallet that holds a foreign issuer's card, and a verifier that it trusts. Closed after the last test. */
export async function readyWallet() {
  const [authority, stranger] = [await newAuthority('Trusted'), await newAuthority('Unknown')];
  const issuer = await startForeignIssuer(authority, stranger);
  const verifier = await startForeignVerifier(authority, stranger);
  after(() => Promise.all([issuer.close(), verifier.close()]));
  const wallet = openWallet({ anchors: [authority.rootDer], copies: 3, clientId: 'test' });
  assert.equal((await wallet.receive(issuer.offer())).ok, true);
  return { wallet, verifier };
}

export const askFor = (...paths: string[][]) => ({
  credentials: [
    {
      id: 'card',
      format: 'dc+sd-jwt',
      meta: { vct_values: [VCT] },
      claims: paths.map((path) => ({ path })),
    },
  ],
});
