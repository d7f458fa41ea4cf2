import { randomUUID } from 'node:crypto';
import { type Access, askedByAll, describeAccess } from '../describeAccess.ts';

/** Who gets past the door of each operation; the room decides the rest. Every operation has a row. */
const TABLE: Record<string, Access> = {
  'POST /api/activation/applications': { nobody: 401, handset: 400, operator: 401 },
  'GET /api/activation/applications/{id}': { nobody: 401, handset: 404, operator: 401 },
  'PUT /api/activation/applications/{id}/selfie': { nobody: 401, handset: 404, operator: 401 },
  'PUT /api/activation/applications/{id}/selfie/{digest}?offset=0&size=1': {
    nobody: 401,
    handset: 404,
    operator: 401,
  },
  'GET /api/activation/identity': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/activation/applications/{id}/cancellation': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/activation/applications/{id}/paper-confirmation': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/activation/applications/{id}/paper-code': { nobody: 403, handset: 403, operator: 404 },
  'POST /api/activation/release': { nobody: 401, handset: 404, operator: 401 },
  'POST /api/activation/confirmations': { nobody: 422, handset: 422, operator: 422 },
  'POST /api/activation/lookups': { nobody: 403, handset: 403, operator: 422 },
  'GET /api/activation/applications/{id}/selfie': { nobody: 401, handset: 401, operator: 404 },
  'GET /api/activation/applications/{id}/photograph': { nobody: 401, handset: 401, operator: 404 },
  'POST /api/activation/applications/{id}/comparison': { nobody: 403, handset: 403, operator: 404 },
  'POST /api/activation/endings': { nobody: 403, handset: 403, operator: 400 },
  'POST /api/activation/suspensions': { nobody: 403, handset: 403, operator: 400 },
  'POST /api/activation/resumptions': { nobody: 403, handset: 403, operator: 400 },
  'POST /api/activation/attestations': { nobody: 403, handset: 403, operator: 422 },
};

describeAccess('/api/activation/', TABLE, bodyFor, askedByAll);

/** Bodies of the right form and of no use: what is asked here is who may ask. */
function bodyFor(path: string): object | undefined {
  if (path.endsWith('/applications')) return { id: randomUUID(), nik: '1', name: 'X', email: '', phone: '1' };
  if (path.endsWith('/endings')) return { nik: '1', name: 'X', reason: 'lost' };
  if (/(suspensions|resumptions)$/.test(path)) return { nik: '1', name: 'X' };
  if (path.endsWith('/paper-confirmation')) return { code: 'none' };
  if (path.endsWith('/lookups')) return { qr: 'none' };
  if (path.endsWith('/attestations')) return { attestation: 'none' };
  return path.endsWith('/confirmations') ? { token: 'none' } : undefined;
}
