import { IKD_CLAIMS, type IkdClaim } from '@jatidiri/core/issuance/ikdClaims.ts';
import * as v from 'valibot';
import type { ClientProof, FindClient, LoginClient } from './clients.ts';

const texts = v.array(v.string());
const Jwks = v.object({ keys: v.array(v.record(v.string(), v.unknown())) });

/** A demonstration's client in a file: OAuth's names, or short ones. */
const Entry = v.object({
  client_id: v.optional(v.string()),
  id: v.optional(v.string()),
  client_name: v.optional(v.string()),
  name: v.optional(v.string()),
  client_secret: v.optional(v.string()),
  secret: v.optional(v.string()),
  jwks: v.optional(v.union([Jwks, Jwks.entries.keys])),
  redirect_uris: v.optional(texts),
  redirectUris: v.optional(texts),
  post_logout_redirect_uris: v.optional(texts),
  attributes: v.optional(v.array(v.picklist(Object.keys(IKD_CLAIMS) as IkdClaim[]))),
});
const File = v.pipe(
  v.union([v.array(Entry), v.object({ clients: v.array(Entry) }), Entry]),
  v.transform((file) => (Array.isArray(file) ? file : 'clients' in file ? file.clients : [file])),
);

/** What a demonstration's client may ask for unless its file says otherwise: what a counter usually needs, and no number. */
const USUAL: readonly IkdClaim[] = (Object.keys(IKD_CLAIMS) as IkdClaim[]).filter(
  (name) => !['nik', 'no_kk', 'portrait'].includes(name),
);

/** Clients of `--login-client FILE`, for a demonstration alone. Throws when the file is not one. */
export function demoClients(json: string): FindClient {
  const clients = new Map(
    readEntries(json)
      .map((entry) => toClient(entry))
      .map((one) => [one.id, one]),
  );
  return async (id) => clients.get(id);
}

function readEntries(json: string): v.InferOutput<typeof File> {
  const parsed = v.safeParse(File, parseJson(json));
  if (parsed.success && parsed.output.every((entry) => entry.client_id ?? entry.id)) return parsed.output;
  throw new Error('--login-client: each client needs an id and redirect_uris (docs/DOORS.md).');
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function toClient(entry: v.InferOutput<typeof Entry>): LoginClient {
  const id = (entry.client_id ?? entry.id)!;
  const text = { id: 'Masuk (peragaan)', en: 'Sign-in (demonstration)' };
  return {
    id,
    name: entry.client_name ?? entry.name ?? id,
    partner: null,
    proof: proofOf(entry),
    redirectUris: entry.redirect_uris ?? entry.redirectUris ?? [],
    postLogoutRedirectUris: entry.post_logout_redirect_uris ?? [],
    purposes: [{ id: 'sign-in', text, attributes: entry.attributes ?? USUAL }],
    mayLogIn: true,
    apiScopes: [],
    sandbox: true,
    counted: null,
  };
}

function proofOf({ jwks, client_secret, secret }: v.InferOutput<typeof Entry>): ClientProof {
  if (jwks) return { kind: 'jwks', keys: Array.isArray(jwks) ? jwks : jwks.keys };
  const shared = client_secret ?? secret;
  return shared ? { kind: 'secret', secret: shared } : { kind: 'none' };
}
