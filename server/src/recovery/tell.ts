import type { ActivationId } from '@jatidiri/core/activation/model.ts';
import { CHANNELS, type Channel, type RecoveryId } from '@jatidiri/core/recovery/model.ts';
import { findActivation } from '../activation/index.ts';
import type { Database, Sql } from '../platform/db/database.ts';
import { addJob } from '../platform/jobs.ts';
import type { Mail, SendMail } from '../platform/mail/mailer.ts';
import type { SendText } from '../platform/sms/gateway.ts';
import { type Message, messageOf, type Notice, stopLink } from './messages.ts';
import type { RecoverySecrets } from './secrets.ts';
import { findRecovery } from './store.ts';

export const TELL_RESIDENT = 'recovery.tell';

export interface TellDeps {
  readonly database: Database;
  readonly sendMail: SendMail;
  /** None: this installation sends no text messages. */
  readonly sendText: SendText | undefined;
  readonly secrets: RecoverySecrets;
  readonly portalOrigin: string;
  readonly demo: boolean;
}

type About =
  | { readonly what: 'moved' | 'reset' | 'held' | 'resumed' | 'stopped' }
  | { readonly what: 'code' | 'coolingOff'; readonly recovery: RecoveryId };

interface Payload {
  readonly activation: ActivationId;
  readonly channel: Channel;
  readonly what: About['what'];
  readonly recovery?: RecoveryId;
}

/** Tells the resident on every channel, in the transaction that gives reason to: one job each, so that none repeats another. */
export async function tell(sql: Sql, activation: ActivationId, about: About): Promise<void> {
  for (const channel of CHANNELS) await addJob(sql, TELL_RESIDENT, { activation, channel, ...about });
}

/** The job: one message on one channel, if the resident has that channel and there is still something to say. */
export async function tellResident(deps: TellDeps, payload: unknown): Promise<void> {
  const { activation: id, channel, ...about } = payload as Payload;
  const activation = await findActivation(deps.database.read, id);
  const notice = await noticeOf(deps, channel, about);
  if (!activation || !notice) return;
  const message = messageOf(notice);
  if (channel === 'mail' && activation.email) await deps.sendMail(mailOf(deps, activation.email, message));
  if (channel === 'sms' && activation.phone) {
    const text = deps.demo ? `[SINTETIS] ${message.short}` : message.short;
    await deps.sendText?.({ to: activation.phone, text });
  }
}

async function noticeOf(
  { database, secrets, portalOrigin }: TellDeps,
  channel: Channel,
  { what, recovery: id }: Pick<Payload, 'what' | 'recovery'>,
): Promise<Notice | undefined> {
  if (what !== 'code' && what !== 'coolingOff') return { kind: what };
  const recovery = id && (await findRecovery(database.read, id));
  // Stopped or gone on in the meantime: no message then.
  if (what === 'code')
    return recovery?.state === 'awaitingCode'
      ? { kind: 'code', code: secrets.codeOf(recovery.id, recovery.codes) }
      : undefined;
  return recovery?.state === 'coolingOff'
    ? {
        kind: 'coolingOff',
        ripeAt: recovery.ripeAt,
        stop: stopLink(portalOrigin, secrets.stopToken(recovery.id, channel)),
      }
    : undefined;
}

const SYNTHETIC = 'Ini demonstrasi: semua data di sini sintetis, bukan data orang sungguhan.';

/** Our words and our links alone: nothing in them needs escaping. */
function mailOf({ demo }: TellDeps, to: Mail['to'], { subject, paragraphs }: Message): Mail {
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
