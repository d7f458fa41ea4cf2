import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import type { Channel } from '@jatidiri/core/recovery/model.ts';
import type { Database } from '../platform/db/database.ts';
import type { Mail, SendMail } from '../platform/mail/mailer.ts';
import type { SendText } from '../platform/sms/gateway.ts';
import { findActivation } from './store.ts';

/** What a resident is told, in the words of each channel. No name, no NIK: messages may be read by others. */
export interface Message {
  readonly subject: string;
  /** For mail, a paragraph each; a link stands alone. */
  readonly paragraphs: readonly string[];
  /** For a text message: plain letters, so that 160 of them are one message. */
  readonly short: string;
}

export interface NoticeDeps {
  readonly database: Database;
  readonly sendMail: SendMail;
  /** None: this installation sends no text messages. */
  readonly sendText: SendText | undefined;
  readonly demo: boolean;
}

/** What belongs into every message after which a swindler might call. */
export const NEVER_ASKED = 'Kami tidak pernah meminta PIN, kata sandi, atau kode melalui pesan atau telepon.';

/** Sends a message on one channel to whoever holds an identity, if they have that channel. */
export async function sendNotice(
  deps: NoticeDeps,
  { activation: id, channel }: { readonly activation: ActivationId; readonly channel: Channel },
  message: Message,
): Promise<void> {
  const activation = await findActivation(deps.database.read, id);
  if (!activation) return;
  if (channel === 'mail' && activation.email) await deps.sendMail(mailOf(deps, activation.email, message));
  if (channel === 'sms' && activation.phone) {
    const text = deps.demo ? `[SINTETIS] ${message.short}` : message.short;
    await deps.sendText?.({ to: activation.phone, text });
  }
}

const SYNTHETIC = 'Ini demonstrasi: semua data di sini sintetis, bukan data orang sungguhan.';

/** Our words and our links alone: nothing in them needs escaping. */
function mailOf({ demo }: Pick<NoticeDeps, 'demo'>, to: Mail['to'], { subject, paragraphs }: Message): Mail {
  const all = demo ? [SYNTHETIC, ...paragraphs] : paragraphs;
  const body = all.map((text) =>
    /^https?:/.test(text) ? `<p><a href="${text}">${text}</a></p>` : `<p>${text}</p>`,
  );
  return {
    to,
    subject: demo ? `[SINTETIS] ${subject}` : subject,
    text: `${all.join('\n\n')}\n`,
    html: `<!doctype html><html lang="id"><body style="font:16px/1.5 sans-serif;max-width:34em">${body.join('\n')}</body></html>`,
  };
}
