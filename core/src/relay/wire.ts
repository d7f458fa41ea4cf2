import * as v from 'valibot';

const url = v.pipe(v.string(), v.url(), v.maxLength(4096));
/** An encoded form: two mdocs with portraits and their encryption fit many times. */
const form = v.pipe(v.string(), v.maxLength(1024 * 1024));

const token = v.pipe(v.string(), v.regex(/^(DPoP|Bearer) [\x21-\x7e]{1,4096}$/));
const proof = v.pipe(v.string(), v.regex(/^[\w.-]{1,4096}$/));

/**
 * What the server carries for a wallet, whose page may speak to its own origin alone: the two messages of OpenID4VP, and
 * those of OpenID4VCI to institutions on the list of card issuers. The server fills in the headers, so a wallet cannot be
 * made to send anything else.
 */
export const RelayRequest = v.variant('operation', [
  /** Fetch a request object: with GET, or with POST when there is a form (OpenID4VP 1.0 section 5.10). */
  v.strictObject({ operation: v.literal('fetchRequest'), url, form: v.optional(form) }),
  /** Post an answer to `response_uri` (section 8.2). */
  v.strictObject({ operation: v.literal('sendAnswer'), url, form }),
  /** Read an issuer's metadata or offer (OpenID4VCI 1.0 sections 4 and 12). */
  v.strictObject({ operation: v.literal('readIssuer'), url }),
  /** Ask an issuer for a token, a nonce or a card (sections 6 to 8). */
  v.strictObject({
    operation: v.literal('askIssuer'),
    url,
    contentType: v.optional(v.picklist(['application/json', 'application/x-www-form-urlencoded'])),
    authorization: v.optional(token),
    dpop: v.optional(proof),
    body: form,
  }),
]);
export type RelayRequest = v.InferOutput<typeof RelayRequest>;

export const RelayedReply = v.object({
  status: v.number(),
  body: v.string(),
  /** Of an issuer that wants its own nonce in proofs (RFC 9449 section 8). */
  headers: v.optional(v.record(v.picklist(['dpop-nonce', 'www-authenticate']), v.string())),
});
export type RelayedReply = v.InferOutput<typeof RelayedReply>;
