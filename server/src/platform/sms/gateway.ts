import type { Personal } from '@jatidiri/core/kit/personal.ts';

export interface TextMessage {
  /** E.164: `+628…`. */
  readonly to: Personal<string, 'phone'>;
  readonly text: string;
}

/** Hands a text message to whoever delivers it; throws when that fails, and the job repeats it. */
export type SendText = (message: TextMessage) => Promise<void>;

export interface GatewaySettings {
  readonly url: string;
  /** Sent as the `Authorization` header. */
  readonly authorization: string | undefined;
  /** Name or number that the message comes from, where the gateway lets us choose. */
  readonly from: string | undefined;
}

const TIMEOUT_MS = 15_000;

/** An HTTP gateway: `POST` of `{ to, from?, text }` as JSON, any 2xx means taken (docs/OPERATE.md). */
export function smsGateway({ url, authorization, from }: GatewaySettings): SendText {
  return async ({ to, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify({ to: to.reveal(), ...(from && { from }), text }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    // Its own words may quote the number, and would end in the log.
    if (!answer?.ok)
      throw new Error(`the SMS gateway did not take the message (${answer?.status ?? 'no answer'})`);
    await answer.body?.cancel();
  };
}
