import { randomBytes } from 'node:crypto';
import type { Claims } from './cardType.ts';

const OFFER_MS = 10 * 60_000;
const TOKEN_MS = 10 * 60_000;
const NONCE_MS = 5 * 60_000;

interface Pending {
  readonly claims: Claims;
  readonly until: number;
}

/** What is under way, in memory: an offer whose process ended is simply made again. Each secret is good once. */
export function openOffers(now: () => Date) {
  const codes = new Map<string, Pending>();
  const tokens = new Map<string, Pending>();
  const nonces = new Map<string, number>();
  const secret = () => randomBytes(24).toString('base64url');

  function put(claims: Claims, where: Map<string, Pending>, ms: number): string {
    const made = secret();
    where.set(made, { claims, until: now().getTime() + ms });
    return made;
  }
  function take(made: string, where: Map<string, Pending>): Claims | undefined {
    const found = where.get(made);
    where.delete(made);
    return found && found.until > now().getTime() ? found.claims : undefined;
  }
  return {
    offer: (claims: Claims) => put(claims, codes, OFFER_MS),
    /** An access token for a pre-authorized code (OpenID4VCI section 6.1); undefined when it was used or has run out. */
    redeem(code: string): string | undefined {
      const claims = take(code, codes);
      return claims && put(claims, tokens, TOKEN_MS);
    },
    claimsOf: (token: string) => take(token, tokens),
    nonce(): string {
      const made = secret();
      nonces.set(made, now().getTime() + NONCE_MS);
      return made;
    },
    useNonce(made: string): boolean {
      const until = nonces.get(made);
      nonces.delete(made);
      return until !== undefined && until > now().getTime();
    },
  };
}
export type Offers = ReturnType<typeof openOffers>;
