import { signJws } from '../jose/jws.ts';
import { toNumericDate } from '../jose/numericDate.ts';
import type { SignEs256, Suite } from '../kit/suite.ts';
import { digestOf, parseDisclosure } from './disclosure.ts';
import { KEY_BINDING_TYPE } from './keyBinding.ts';

/**
 * The same SD-JWT with only the Disclosures of the named top-level claims (RFC 9901 section 7.2). For credentials
 * with flat Disclosures, as `issueSdJwt` makes them.
 */
export function selectDisclosures(issued: string, shown: ReadonlySet<string>): string {
  const [jwt = '', ...disclosures] = issued.split('~');
  const selected = disclosures.filter((encoded) => {
    const disclosure = parseDisclosure(encoded);
    return disclosure?.kind === 'property' && shown.has(disclosure.name);
  });
  return `${[jwt, ...selected].join('~')}~`;
}

/** Who asked (`aud`), for which transaction (`nonce`), and when the holder answers. */
export interface KeyBindingContext {
  readonly audience: string;
  readonly nonce: string;
  readonly now: Date;
  /** What the holder authorises besides: see `hashTransactionData` (OpenID4VP 1.0 section B.3.3.1). */
  readonly transaction?: {
    readonly transaction_data_hashes: readonly string[];
    readonly transaction_data_hashes_alg?: string;
  };
}

/** Appends the holder's Key Binding JWT (RFC 9901 section 4.3) to an SD-JWT that ends in `~`. */
export async function bindToHolder(
  sign: SignEs256,
  suite: Pick<Suite, 'sha256'>,
  sdJwt: string,
  { audience, nonce, now, transaction }: KeyBindingContext,
): Promise<string> {
  if (!sdJwt.endsWith('~')) throw new TypeError('the SD-JWT has a key binding already');
  const keyBinding = await signJws(
    sign,
    { typ: KEY_BINDING_TYPE },
    {
      iat: toNumericDate(now),
      aud: audience,
      nonce,
      sd_hash: await digestOf(suite, sdJwt),
      ...transaction,
    },
  );
  return sdJwt + keyBinding;
}
