import { randomUUID } from 'node:crypto';
import { type Access, askedByAll, describeAccess } from '../describeAccess.ts';

/** Who gets past the door of each operation. A handset without an active identity speaks for nobody. */
const TABLE: Record<string, Access> = {
  'GET /api/rights/trail': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/trail/before/{before}': { nobody: 401, handset: 403, operator: 401 },
  'POST /api/rights/objections': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/copy': { nobody: 401, handset: 403, operator: 401 },
  'GET /api/rights/objections/waiting': { nobody: 401, handset: 401, operator: 200 },
  'POST /api/rights/objections/{id}/answer': { nobody: 403, handset: 403, operator: 404 },
};

describeAccess('/api/rights/', TABLE, bodyFor, askedByAll);

function bodyFor(path: string): object {
  return path.endsWith('/answer')
    ? { outcome: 'explained', text: 'Sah.' }
    : { id: randomUUID(), entry: randomUUID(), reason: 'notMine' };
}
