import * as v from 'valibot';

/** What a resident reads out at a counter, so that the institution can ask the wallet without a NIK. */
export const CounterCodeReply = v.object({
  code: v.string(),
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type CounterCodeReply = v.InferOutput<typeof CounterCodeReply>;
