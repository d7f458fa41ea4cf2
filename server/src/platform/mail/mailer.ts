import type { Personal } from '@jatidiri/core/kit/personal.ts';
import nodemailer from 'nodemailer';

export interface Mail {
  readonly to: Personal<string, 'email'>;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Hands a mail to whoever delivers it; throws when that fails, and the job repeats it. */
export type SendMail = (mail: Mail) => Promise<void>;

const TIMEOUT_MS = 15_000;

export function smtpMailer(url: string, from: string): SendMail {
  const target = new URL(url);
  target.searchParams.set('connectionTimeout', String(TIMEOUT_MS));
  target.searchParams.set('socketTimeout', String(TIMEOUT_MS));
  const transport = nodemailer.createTransport(target.href);
  return async ({ to, subject, text, html }) => {
    await transport.sendMail({ from, to: to.reveal(), subject, text, html }).catch((error: unknown) => {
      // The server's own words quote the address, and would end in the log.
      const { code, responseCode } = error as { code?: string; responseCode?: number };
      throw new Error(
        `the mail server did not take the mail (${code ?? 'no code'}, ${responseCode ?? 'no answer'})`,
      );
    });
  };
}
