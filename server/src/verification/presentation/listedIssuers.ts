import { webcrypto } from 'node:crypto';
import type { Certified, VerifyChain } from '@jatidiri/core/chain/certified.ts';
import { toHex } from '@jatidiri/core/kit/bytes.ts';
import { refuse } from '@jatidiri/core/kit/result.ts';
import { type CardIssuer, issuerChain } from '@jatidiri/core/partner/cardIssuers.ts';

/** Institutions on the list of card issuers, as a verifier believes them: each for its own types. */
export interface ListedIssuers {
  readonly verifyChain: VerifyChain;
  /** Undefined for whoever is trusted otherwise. */
  readonly typesOf: (issuer: Certified) => readonly string[] | undefined;
  /** Whether one of them answers at this host. */
  readonly isHost: (host: string) => Promise<boolean>;
}

/** Asks for the list with each chain that nobody else vouches for: whoever is taken off it is believed no longer. */
export function listedIssuers(readList: () => Promise<readonly CardIssuer[]>): ListedIssuers {
  const chains = new Map<string, VerifyChain>();
  const types = new WeakMap<Certified, readonly string[]>();

  function chainOf(issuer: CardIssuer): VerifyChain {
    const name = toHex(issuer.root);
    const known = chains.get(name) ?? issuerChain(issuer, webcrypto as unknown as Crypto);
    chains.set(name, known);
    return known;
  }
  return {
    async verifyChain(x5c, now) {
      for (const issuer of await readList()) {
        const certified = await chainOf(issuer)(x5c, now);
        // The certificate names the address under which the institution is listed (section 4.2.1.6 of RFC 5280).
        if (!certified.ok || !certified.value.uris.includes(issuer.issuer)) continue;
        types.set(certified.value, issuer.types);
        return certified;
      }
      return refuse({ code: 'chain/untrusted' });
    },
    typesOf: (issuer) => types.get(issuer),
    isHost: async (host) => (await readList()).some(({ issuer }) => new URL(issuer).host === host),
  };
}
