import { ok } from '@jatidiri/core/kit/result.ts';
import type { FastifyInstance } from 'fastify';
import * as v from 'valibot';
import { type Database, statement } from '../db/database.ts';
import { serve } from '../http/endpoint.ts';
import type { SendText } from '../sms/gateway.ts';
import type { SendMail } from './mailer.ts';

// A demonstration without an SMTP server or an SMS gateway shows on a page what it would have sent. Nothing of this exists
// outside a demonstration.

const INSERT = statement(
  'outbox.insert',
  `insert into demo_mail (id, at, channel, recipient, subject, body_text, body_html) values ($1, $2, $3, $4, $5, $6, $7)`,
);
const NEWEST = statement(
  'outbox.newest',
  'select id, at, channel, recipient, subject, body_text as text from demo_mail order by id desc limit 50',
);

interface OutboxDeps {
  readonly database: Database;
  readonly now: () => Date;
  readonly newId: () => string;
}

export function outboxMailer({ database, now, newId }: OutboxDeps): SendMail {
  return async ({ to, subject, text, html }) => {
    await database.read.query(INSERT, [newId(), now(), 'mail', to.reveal(), subject, text, html]);
  };
}

export function outboxTexter({ database, now, newId }: OutboxDeps): SendText {
  return async ({ to, text }) => {
    await database.read.query(INSERT, [newId(), now(), 'sms', to.reveal(), '', text, '']);
  };
}

const OutboxReply = v.object({
  mails: v.array(
    v.object({
      id: v.string(),
      at: v.string(),
      channel: v.picklist(['mail', 'sms']),
      recipient: v.string(),
      subject: v.string(),
      text: v.string(),
    }),
  ),
});

export function outboxRoutes(app: FastifyInstance, { database }: OutboxDeps): void {
  serve(app, {
    method: 'GET',
    path: '/api/outbox',
    summary: 'Mails and text messages of the demonstration, newest first',
    caller: 'anyone',
    reply: OutboxReply,
    refusals: {},
    handle: async () => {
      const rows = await database.read.query<{
        id: string;
        at: Date;
        channel: 'mail' | 'sms';
        recipient: string;
        subject: string;
        text: string;
      }>(NEWEST);
      return ok({ mails: rows.map((row) => ({ ...row, at: row.at.toISOString() })) });
    },
  });
}
