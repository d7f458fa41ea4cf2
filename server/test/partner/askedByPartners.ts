import { type Access, askedByAll, type Question } from '../describeAccess.ts';
import { testPartner } from './testPartner.ts';

/** The status that partners get too: one whose token has other scopes, and one whose token has the right one. */
export interface PartnerAccess extends Access {
  readonly otherScope: number;
  readonly partner: number;
}

/** What a partner's endpoint answers to others: one without the scope is told so, everybody else has no token. */
export const forPartners = (partner: number): PartnerAccess => ({
  nobody: 401,
  handset: 401,
  operator: 401,
  otherScope: 403,
  partner,
});

/** Asks as everybody, partners too; `otherScopes` is what a token holds that must not suffice. */
export const askedByPartners =
  (otherScopes: string) =>
  async (question: Question): Promise<PartnerAccess> => {
    const { world, method, url, body } = question;
    const partner = await testPartner(world);
    const otherScope = await testPartner(world, 'clinic-production', otherScopes);
    return {
      ...(await askedByAll(question)),
      otherScope: (await otherScope.call(method, url, body)).status,
      partner: (await partner.call(method, url, body)).status,
    };
  };
