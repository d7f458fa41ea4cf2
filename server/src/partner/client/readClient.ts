import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { parseClientKeys } from '@jatidiri/core/partner/clientKeys.ts';
import type { Client } from '@jatidiri/core/partner/model.ts';
import type { ClientRequest } from '@jatidiri/core/partner/portalWire.ts';
import type { PartnerRefusalCode } from '@jatidiri/core/partner/refusals.ts';
import { fetchKeys } from './fetchKeys.ts';

type Read<T> = Result<T, Refusal<PartnerRefusalCode>>;
type ReadClient = Pick<Client, 'name' | 'keys' | 'redirectUris' | 'scopes'>;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\]|.*\.localhost)$/;

/** What a client is registered with; keys behind an address are fetched once, so that a mistake shows now. */
export async function readClient(
  { environment, name, keys, redirectUris, scopes }: ClientRequest,
  { demo }: { demo: boolean },
): Promise<Read<ReadClient>> {
  const wrong = redirectUris.find((uri) => !isRedirectUri(uri, demo || environment === 'sandbox'));
  if (wrong !== undefined) return refuse({ code: 'partner/redirect-malformed', field: 'redirectUris' });
  const shown = { name, redirectUris, scopes };
  if (keys.kind === 'uri') {
    const fetched = await fetchKeys(keys.uri, { demo });
    return fetched.ok ? ok({ ...shown, keys }) : fetched;
  }
  const parsed = parseClientKeys(keys.jwks);
  return parsed.ok ? ok({ ...shown, keys: { kind: 'jwks', keys: parsed.value } }) : parsed;
}

/** RFC 9700 section 2.1: compared word for word, hence complete and without fragment; plain http on the loopback alone. */
function isRedirectUri(text: string, loopback: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hash, hostname, username } = new URL(text);
  if (text.includes('#') || hash || username) return false;
  return protocol === 'https:' || (protocol === 'http:' && loopback && LOOPBACK.test(hostname));
}
