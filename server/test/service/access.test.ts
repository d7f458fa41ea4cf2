import { randomUUID } from 'node:crypto';
import { askedByMinistryToo, describeAccess } from '../describeAccess.ts';

const forDesks = (operator: number) => ({ nobody: 403, handset: 403, operator, ministry: 403 });
const read = (operator: number) => ({ nobody: 401, handset: 401, operator, ministry: 403 });
const forHandsets = { nobody: 401, handset: 403, operator: 401, ministry: 401 };

describeAccess(
  '/api/service/',
  {
    'GET /api/service/work': read(200),
    'GET /api/service/late': read(200),
    'POST /api/service/work/{id}/moves': forDesks(404),
    'GET /api/service/work/{id}/documents/{digest}': read(404),
    'PUT /api/service/documents/{digest}?from=0&size=1': forHandsets,
    'POST /api/service/requests': forHandsets,
    'GET /api/service/requests': forHandsets,
    'POST /api/service/requests/{id}/own-moves': forHandsets,
  },
  bodyFor,
  askedByMinistryToo,
);

function bodyFor(path: string): object | undefined {
  if (path.endsWith('/moves')) return { kind: 'take' };
  if (path.endsWith('/own-moves')) return { kind: 'withdraw' };
  if (path.endsWith('/requests')) {
    const wish = { kind: 'certificate', certificate: 'birth', note: '' };
    return { id: randomUUID(), wish, documents: [] };
  }
  return undefined;
}
