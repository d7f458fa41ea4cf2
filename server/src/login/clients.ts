import type { Agreement, Client, Purpose } from '@jatidiri/core/partner/model.ts';

/** How a client proves itself: with a key of its own, with a shared secret (a demonstration alone), or not at all. */
export type ClientProof =
  | { readonly kind: 'jwks'; readonly keys: readonly object[] }
  | { readonly kind: 'jwksUri'; readonly uri: string }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'none' };

/** What the provider must know of a client; where it comes from is the business of its source. */
export interface LoginClient {
  readonly id: string;
  /** The verified name that residents see. */
  readonly name: string;
  /** Null for a client that was registered for a demonstration. */
  readonly partner: string | null;
  readonly proof: ClientProof;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
  /** The first is what a request without `purpose` is for. */
  readonly purposes: readonly Purpose[];
  readonly mayLogIn: boolean;
  /** Scopes of the partner API that it may have. */
  readonly apiScopes: readonly string[];
  /** Test residents alone. */
  readonly sandbox: boolean;
  /** Under what a login is counted; null: it is not. */
  readonly counted: { readonly client: Client; readonly agreement: Agreement } | null;
}

/** A client as it may act at this moment; undefined for one that does not exist or may not. */
export type FindClient = (id: string) => Promise<LoginClient | undefined>;

/** Partners are held to the FAPI 2.0 security profile; a demonstration's clients may be ordinary ones. */
export const followsFapi = ({ partner }: LoginClient): boolean => partner !== null;
