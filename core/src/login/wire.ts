import * as v from 'valibot';

/** What a resident reads out at a counter, so that the institution can ask the wallet without a NIK. */
export const CounterCodeReply = v.object({
  code: v.string(),
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type CounterCodeReply = v.InferOutput<typeof CounterCodeReply>;

/** Logins that an institution may go on with, without asking again. */
export const StandingLoginsReply = v.object({
  logins: v.array(
    v.object({
      id: v.string(),
      institution: v.string(),
      purpose: v.string(),
      attributes: v.array(v.string()),
      since: v.pipe(v.string(), v.isoTimestamp()),
      until: v.pipe(v.string(), v.isoTimestamp()),
    }),
  ),
});
export type StandingLoginsReply = v.InferOutput<typeof StandingLoginsReply>;

export const StandingLoginParams = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[\w-]{20,64}$/)) });
export type StandingLoginParams = v.InferOutput<typeof StandingLoginParams>;
