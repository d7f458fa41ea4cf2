import * as v from 'valibot';

const DemoMail = v.object({
  id: v.string(),
  at: v.string(),
  channel: v.picklist(['mail', 'sms']),
  recipient: v.string(),
  subject: v.string(),
  text: v.string(),
});
export type DemoMail = v.InferOutput<typeof DemoMail>;

const OutboxReply = v.object({ mails: v.array(DemoMail) });

/** The demonstration's mails and text messages, newest first. */
export const readOutbox = (body: unknown): readonly DemoMail[] => v.parse(OutboxReply, body).mails;
