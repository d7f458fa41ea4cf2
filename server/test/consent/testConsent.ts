import { randomUUID } from 'node:crypto';
import type { testPartner } from '../partner/testPartner.ts';
import type { TestHandset } from '../testHandset.ts';

type Partner = Awaited<ReturnType<typeof testPartner>>;

export const PURPOSE = 'patient-registration';

/** Asks by NIK for name and birth date, once, unless something else is said. */
export const ask = (partner: Partner, nik: string, more: object = {}) =>
  partner.call('POST', '/api/consent/requests', {
    id: randomUUID(),
    subject: { nik },
    purpose: PURPOSE,
    attributes: ['name', 'birth_date'],
    ...more,
  });

export const questionsFor = async (handset: TestHandset) =>
  (await handset.call('GET', '/api/approval/questions')).body.questions;

export const answer = (handset: TestHandset, question: string, body: object) =>
  handset.call('POST', `/api/approval/questions/${question}/answer`, body);

/** The whole way to a grant; its id. */
export async function grantFor(
  partner: Partner,
  handset: TestHandset,
  nik: string,
  { periodDays = null }: { periodDays?: number | null } = {},
): Promise<string> {
  const asked = await ask(partner, nik, { periodDays });
  const [question] = await questionsFor(handset);
  if (!question) throw new Error(JSON.stringify(asked));
  await answer(handset, question.id, { decision: 'approve', duration: periodDays ? 'period' : 'once' });
  return (await partner.call('GET', `/api/consent/requests/${asked.body.id}`)).body.grant;
}

export const read = (partner: Partner, grant: string, body: object = {}) =>
  partner.call('POST', `/api/consent/grants/${grant}/reads`, { id: randomUUID(), ...body });
