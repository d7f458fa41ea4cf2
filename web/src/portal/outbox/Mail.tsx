import './outbox.css';
import { formatDateTime } from '../../shared/format.ts';
import { site } from '../../shared/site.ts';
import { mailParts } from './mailParts.ts';
import type { DemoMail } from './outboxReply.ts';
import { texts } from './texts.ts';

/** One mail or text message as its recipient would have received it. */
export function Mail({ mail }: { mail: DemoMail }) {
  const t = texts();
  const { wallet = '', portal = '' } = site.value?.origins ?? {};
  const parts = mailParts(mail.text, [wallet, portal]);
  return (
    <article class="card" aria-labelledby={mail.id}>
      <h2 id={mail.id}>{mail.channel === 'sms' ? t.sms : mail.subject}</h2>
      <p class="soft">
        {t.to(mail.recipient)}
        <br />
        {formatDateTime(new Date(mail.at))}
      </p>
      <p class="mail-text">
        {parts.map((part, at) =>
          'href' in part ? (
            <a key={at} href={part.href}>
              {part.href}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
    </article>
  );
}
