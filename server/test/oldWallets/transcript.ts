import type { Shape } from './shape.ts';

/** What one version of the wallet sent, byte for byte and signed by its handsets, and what it relied on in the answers. */
export interface Transcript {
  readonly wallet: string;
  readonly steps: readonly Step[];
}

/** `at` is the server's time: the signatures hold at that time alone, so a replay sets its clock by it. */
export type Step = { readonly at: string } & (
  | {
      readonly kind: 'request';
      readonly method: 'GET' | 'POST' | 'PUT';
      readonly path: string;
      readonly headers: Readonly<Record<string, string>>;
      /** Base64; text for JSON. The token of a mail stands as `{mail}`. */
      readonly body?: { readonly json: string } | { readonly base64: string };
      readonly status: number;
      readonly answer: Shape;
    }
  /** An officer scans the wallet's QR and decides. */
  | { readonly kind: 'officer'; readonly qr: string; readonly decision: 'confirm' | 'confirmOnDesk' }
);

/** The headers of the wallet's own making; those of a browser say nothing about a version. */
export const KEPT_HEADERS = ['device-proof', 'content-type', 'accept-language', 'idempotency-key'];
