import { parseJws, verifyJws } from '../jose/jws.ts';
import { fromNumericDate, isNumericDate, toNumericDate } from '../jose/numericDate.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PublicJwk, Suite } from '../kit/suite.ts';
import { digestOf } from './disclosure.ts';
import type { ParsedSdJwt } from './parse.ts';
import type { KeyBindingRefusalCode } from './refusals.ts';

export const KEY_BINDING_TYPE = 'kb+jwt';
const WINDOW_SECONDS = 5 * 60;

/** What the verifier asked for: its own identifier and the nonce it drew for this transaction. */
export interface ExpectedBinding {
  readonly audience: string;
  readonly nonce: string;
}

/** What the holder signed. */
export interface VerifiedBinding {
  readonly presentedAt: Date;
  /** `transaction_data_hashes` and the algorithm named with them (OpenID4VP 1.0 section B.3.3.1); none when absent. */
  readonly transactionDataHashes: readonly string[];
  readonly transactionDataHashesAlg?: string;
}

/**
 * Verifies that the holder of `holderKey` made this presentation, now and for us (RFC 9901 section 7.3, step 5).
 * The signature comes last: it is the costly step.
 */
export async function verifyKeyBinding(
  suite: Suite,
  sdJwt: ParsedSdJwt,
  holderKey: PublicJwk,
  expected: ExpectedBinding,
  now: Date,
): Promise<Result<VerifiedBinding, Refusal<KeyBindingRefusalCode>>> {
  if (!sdJwt.keyBinding) return refuse({ code: 'sdjwt/key-binding-missing' });
  const jws = parseJws(sdJwt.keyBinding);
  if (jws?.header.typ !== KEY_BINDING_TYPE) return refuse({ code: 'sdjwt/key-binding-malformed' });

  const { aud, nonce, iat, sd_hash: sdHash } = jws.payload;
  // A verifier that forgot to ask for one must not be content with a proof that has none.
  if (typeof aud !== 'string' || aud !== expected.audience)
    return refuse({ code: 'sdjwt/key-binding-audience' });
  if (typeof nonce !== 'string' || nonce !== expected.nonce)
    return refuse({ code: 'sdjwt/key-binding-nonce' });
  if (!isNumericDate(iat) || Math.abs(toNumericDate(now) - iat) > WINDOW_SECONDS) {
    return refuse({ code: 'sdjwt/key-binding-time' });
  }
  if (sdHash !== (await digestOf(suite, sdJwt.boundText)))
    return refuse({ code: 'sdjwt/key-binding-digest' });
  if (!(await verifyJws(suite, jws, holderKey))) return refuse({ code: 'sdjwt/key-binding-signature' });

  const { transaction_data_hashes: hashes = [], transaction_data_hashes_alg: alg } = jws.payload;
  if (!isListOfTexts(hashes) || !(alg === undefined || typeof alg === 'string'))
    return refuse({ code: 'sdjwt/key-binding-malformed' });
  return ok({
    presentedAt: fromNumericDate(iat),
    transactionDataHashes: hashes,
    ...(alg !== undefined && { transactionDataHashesAlg: alg }),
  });
}

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');
