import { randomUUID } from 'node:crypto';
import { type Access, askedByAll, describeAccess } from '../describeAccess.ts';

/** Who gets past the door of each operation; the room decides the rest. Every operation has a row. */
const TABLE: Record<string, Access> = {
  'POST /api/recovery/moves': { nobody: 401, handset: 422, operator: 401 },
  'POST /api/recovery/requests': { nobody: 401, handset: 400, operator: 401 },
  'GET /api/recovery/requests/{id}': { nobody: 401, handset: 404, operator: 401 },
  'PUT /api/recovery/requests/{id}/face': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/code': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/resending': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/completion': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/recovery/requests/{id}/abandonment': { nobody: 401, handset: 404, operator: 401 },
  'GET /api/recovery/watch': { nobody: 401, handset: 200, operator: 401 },
  'POST /api/recovery/stops': { nobody: 401, handset: 204, operator: 401 },
  'POST /api/recovery/lifts': { nobody: 401, handset: 409, operator: 401 },
  'POST /api/recovery/loss-reports': { nobody: 400, handset: 400, operator: 400 },
  'POST /api/recovery/stops-by-link': { nobody: 404, handset: 404, operator: 404 },
  'POST /api/recovery/lookups': { nobody: 403, handset: 403, operator: 400 },
  'GET /api/recovery/identities/{id}/photograph': { nobody: 401, handset: 401, operator: 404 },
  'POST /api/recovery/attestations': { nobody: 403, handset: 403, operator: 422 },
};

const PERSON = { nik: '1', name: 'X' };
const BODIES: Record<string, object> = {
  moves: { qr: 'none' },
  requests: { id: randomUUID(), ...PERSON },
  code: { code: '000000' },
  'loss-reports': { ...PERSON, contact: '1' },
  'stops-by-link': { token: `${'A'.repeat(22)}.${'A'.repeat(16)}` },
  lookups: { ...PERSON, qr: 'none' },
  attestations: { attestation: 'none', qr: 'none' },
};

describeAccess('/api/recovery/', TABLE, (path) => BODIES[path.split('/').at(-1)!], askedByAll);
