import * as v from 'valibot';

const url = v.pipe(v.string(), v.url(), v.maxLength(4096));
/** An encoded form: two mdocs with portraits and their encryption fit many times. */
const form = v.pipe(v.string(), v.maxLength(1024 * 1024));

/**
 * What the server carries for a wallet, whose page may speak to its own origin alone: the two messages of OpenID4VP.
 * The server fills in the headers, so a wallet cannot be made to send anything else.
 */
export const RelayRequest = v.variant('operation', [
  /** Fetch a request object: with GET, or with POST when there is a form (OpenID4VP 1.0 section 5.10). */
  v.strictObject({ operation: v.literal('fetchRequest'), url, form: v.optional(form) }),
  /** Post an answer to `response_uri` (section 8.2). */
  v.strictObject({ operation: v.literal('sendAnswer'), url, form }),
]);
export type RelayRequest = v.InferOutput<typeof RelayRequest>;

export const RelayedReply = v.object({ status: v.number(), body: v.string() });
export type RelayedReply = v.InferOutput<typeof RelayedReply>;
