import type { Config } from './platform/config.ts';
import { type SendMail, smtpMailer } from './platform/mail/mailer.ts';
import { outboxMailer, outboxTexter } from './platform/mail/outbox.ts';
import { type SendText, smsGateway } from './platform/sms/gateway.ts';

/** Mails of a demonstration without an SMTP server are shown on a page; in earnest there has to be a server. */
export function hasOutbox({ demo, smtpUrl }: Config): boolean {
  return demo && !smtpUrl;
}

export function mailerOf(config: Config, deps: Parameters<typeof outboxMailer>[0]): SendMail {
  if (config.smtpUrl) return smtpMailer(config.smtpUrl, config.mailFrom);
  if (hasOutbox(config)) return outboxMailer(deps);
  throw new Error(
    'SMTP_URL is missing: outside a demonstration, confirmation mails need a server (docs/OPERATE.md).',
  );
}

/** Without a gateway there are text messages in a demonstration's outbox alone: in earnest, mail is then the only channel. */
export function texterOf(config: Config, deps: Parameters<typeof outboxTexter>[0]): SendText | undefined {
  if (config.sms) return smsGateway(config.sms);
  return hasOutbox(config) ? outboxTexter(deps) : undefined;
}
