import { isJsonObject, type JsonObject } from '../jose/encodedJson.ts';
import { parsePublicJwk } from '../jose/publicJwk.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { ClientJwk } from './model.ts';
import type { PartnerRefusalCode } from './refusals.ts';

/** FAPI 2.0 security profile section 5.4: RSA keys have at least 2048 bits, elliptic curve keys at least 224. */
const LEAST_RSA_BITS = 2048;
const MOST_KEYS = 10;
const PRIVATE_PEM = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
/** The private parts of RSA, EC and OKP keys (RFC 7518 section 6, RFC 8037 section 2). */
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth'] as const;
const BASE64URL = /^[A-Za-z0-9_-]+$/;
const ED25519 = /^[A-Za-z0-9_-]{43}$/;

type Checked<T> = Result<T, Refusal<PartnerRefusalCode>>;

/**
 * The public keys in a JWK Set (RFC 7517 section 5), given as text, as an object, or as a single JWK. Whoever pastes a
 * private key learns that it is burnt. A refusal's `field` is the number of the key, from 1.
 */
export function parseClientKeys(given: unknown): Checked<readonly ClientJwk[]> {
  if (typeof given === 'string' && PRIVATE_PEM.test(given)) return refuse({ code: 'partner/key-private' });
  const value = typeof given === 'string' ? parseJson(given) : given;
  if (!isJsonObject(value)) return refuse({ code: 'partner/keys-not-jwks' });
  const keys = Array.isArray(value.keys) ? value.keys : 'kty' in value ? [value] : undefined;
  if (!keys) return refuse({ code: 'partner/keys-not-jwks' });
  if (keys.length === 0) return refuse({ code: 'partner/keys-none' });
  if (keys.length > MOST_KEYS) return refuse({ code: 'partner/keys-too-many' });

  // A private part anywhere is said before anything else that may be wrong.
  const exposed = keys.findIndex((key) => isJsonObject(key) && PRIVATE_PARTS.some((part) => part in key));
  if (exposed >= 0) return refuse({ code: 'partner/key-private', field: String(exposed + 1) });

  const checked: ClientJwk[] = [];
  for (const [index, key] of keys.entries()) {
    const wrong = isJsonObject(key) ? whatIsWrong(key) : 'partner/keys-not-jwks';
    if (wrong) return refuse({ code: wrong, field: String(index + 1) });
    checked.push(shown(key));
  }
  const names = checked.map(({ kid }) => kid);
  if (checked.length > 1 && (names.includes(undefined) || new Set(names).size < names.length))
    return refuse({ code: 'partner/key-names' });
  return ok(checked);
}

function whatIsWrong(key: JsonObject): PartnerRefusalCode | undefined {
  switch (key.kty) {
    case 'EC':
      if (key.crv !== 'P-256') return 'partner/key-curve';
      return parsePublicJwk(key) ? undefined : 'partner/key-malformed';
    case 'OKP':
      if (key.crv !== 'Ed25519') return 'partner/key-curve';
      return typeof key.x === 'string' && ED25519.test(key.x) ? undefined : 'partner/key-malformed';
    case 'RSA':
      return whatIsWrongWithRsa(key);
    case 'oct':
      return 'partner/key-shared-secret';
    default:
      return 'partner/key-kind';
  }
}

function whatIsWrongWithRsa({ n, e }: JsonObject): PartnerRefusalCode | undefined {
  if (typeof n !== 'string' || typeof e !== 'string' || !BASE64URL.test(n) || !BASE64URL.test(e))
    return 'partner/key-malformed';
  return bitsOf(n) < LEAST_RSA_BITS ? 'partner/key-too-short' : undefined;
}

/** Of a big-endian number in base64url; zeros in front do not count. */
function bitsOf(encoded: string): number {
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  const first = [...binary].findIndex((character) => character !== '\0');
  if (first < 0) return 0;
  return (binary.length - first - 1) * 8 + (32 - Math.clz32(binary.charCodeAt(first)));
}

const SHOWN = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'] as const;

/** What is kept of a key: no member that we do not know. */
function shown(key: JsonObject): ClientJwk {
  return Object.fromEntries(
    SHOWN.flatMap((name) => (typeof key[name] === 'string' ? [[name, key[name]]] : [])),
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
