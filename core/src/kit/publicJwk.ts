import * as v from 'valibot';

const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A P-256 public key as it comes in over the wire (RFC 7517), and nothing besides. */
export const PublicJwkSchema = v.strictObject({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
});
