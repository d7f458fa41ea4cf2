import { randomUUID } from 'node:crypto';
import { describeAccess } from '../../describeAccess.ts';
import { askedByPartners, forPartners, type PartnerAccess } from '../../partner/askedByPartners.ts';

const BATCH = `/api/verification/match-batches?id=${randomUUID()}&purpose=appointment`;
const MATCH = { purpose: 'appointment', nik: '6472035203910077', elements: { name: 'SIAPA SAJA' } };

/** Who gets past the door of each operation of matching. A batch that is no table gets past it, and is refused then. */
const TABLE: Record<string, PartnerAccess> = {
  'POST /api/verification/matches': forPartners(200),
  [`POST ${BATCH}`]: forPartners(400),
  'GET /api/verification/match-batches/{id}': forPartners(404),
  'GET /api/verification/match-batches/{id}/result': forPartners(404),
};

describeAccess('/api/verification/match', TABLE, () => MATCH, askedByPartners('openid consent'));
