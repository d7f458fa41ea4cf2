import * as v from 'valibot';

export const PRE_AUTHORIZED_CODE = 'urn:ietf:params:oauth:grant-type:pre-authorized_code';
const SCHEME = 'openid-credential-offer://';

const text = v.pipe(v.string(), v.nonEmpty());

/** What a transaction code looks like, so that a wallet can ask for it (OpenID4VCI section 4.1.1). */
const TransactionCodeHint = v.object({
  input_mode: v.optional(v.picklist(['numeric', 'text'])),
  length: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  description: v.optional(v.pipe(v.string(), v.maxLength(300))),
});

/** A credential offer (OpenID4VCI section 4.1.1). */
export const CredentialOffer = v.object({
  credential_issuer: v.pipe(v.string(), v.url()),
  credential_configuration_ids: v.pipe(v.array(text), v.nonEmpty()),
  grants: v.optional(
    v.object({
      authorization_code: v.optional(
        v.object({ issuer_state: v.optional(text), authorization_server: v.optional(text) }),
      ),
      [PRE_AUTHORIZED_CODE]: v.optional(
        v.object({
          'pre-authorized_code': text,
          tx_code: v.optional(TransactionCodeHint),
          authorization_server: v.optional(text),
        }),
      ),
    }),
  ),
});
export type CredentialOffer = v.InferOutput<typeof CredentialOffer>;

/** The link that hands an offer to a wallet, by value (section 4.1.2). */
export function offerByValue(offer: CredentialOffer): string {
  return `${SCHEME}?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}`;
}

/** The link that hands over where the offer is (section 4.1.3): short enough for a small QR. */
export function offerByReference(uri: string): string {
  return `${SCHEME}?${new URLSearchParams({ credential_offer_uri: uri })}`;
}

/** What an offer's link carries: the offer, or where it is. Undefined for anything else. */
export function readOfferLink(
  link: string,
): { kind: 'value'; offer: CredentialOffer } | { kind: 'reference'; uri: string } | undefined {
  if (!URL.canParse(link)) return undefined;
  const { searchParams } = new URL(link);
  const [values, references] = [
    searchParams.getAll('credential_offer'),
    searchParams.getAll('credential_offer_uri'),
  ];
  if (values.length + references.length !== 1) return undefined;
  const [reference] = references;
  if (reference !== undefined)
    return URL.canParse(reference) ? { kind: 'reference', uri: reference } : undefined;
  const offer = parseOffer(values[0]!);
  return offer && { kind: 'value', offer };
}

/** An offer from its JSON text; undefined for anything else. */
export function parseOffer(json: string): CredentialOffer | undefined {
  try {
    const parsed = v.safeParse(CredentialOffer, JSON.parse(json));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
