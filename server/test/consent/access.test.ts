import { randomUUID } from 'node:crypto';
import { describeAccess } from '../describeAccess.ts';
import { askedByPartners, forPartners, type PartnerAccess } from '../partner/askedByPartners.ts';

const forHandsets: PartnerAccess = {
  nobody: 401,
  handset: 403,
  operator: 401,
  otherScope: 401,
  partner: 401,
};

/** Who gets past the door of each operation. A handset without an active identity speaks for nobody. */
const TABLE: Record<string, PartnerAccess> = {
  'POST /api/consent/requests': forPartners(202),
  'GET /api/consent/requests/{id}': forPartners(404),
  'GET /api/consent/grants': forPartners(200),
  'POST /api/consent/grants/{id}/reads': forPartners(404),
  'POST /api/consent/reads/{id}/outcome': forPartners(404),
  'GET /api/consent/mine': forHandsets,
  'POST /api/consent/mine/grants/{id}/withdrawal': forHandsets,
  'POST /api/consent/mine/blocks/{id}/lifting': forHandsets,
  // For representatives, who sign in at the partner portal.
  'GET /api/consent/portal-grants': {
    nobody: 401,
    handset: 401,
    operator: 401,
    otherScope: 401,
    partner: 401,
  },
};

describeAccess('/api/consent/', TABLE, bodyFor, askedByPartners('openid match'));

function bodyFor(path: string): object | undefined {
  if (path.endsWith('/requests')) {
    const subject = { nik: '6472035203910077' };
    return { id: randomUUID(), subject, purpose: 'patient-registration', attributes: ['name'] };
  }
  if (path.endsWith('/reads')) return { id: randomUUID() };
  return path.endsWith('/outcome') ? { outcome: 'notUsed' } : undefined;
}
