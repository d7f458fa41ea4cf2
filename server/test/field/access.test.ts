import { randomUUID } from 'node:crypto';
import { askedByMinistryToo, describeAccess } from '../describeAccess.ts';
import { newDeviceKey } from '../office/testOffice.ts';

const changed = (operator: number) => ({ nobody: 403, handset: 403, operator, ministry: 403 });
const read = (operator: number) => ({ nobody: 401, handset: 401, operator, ministry: 403 });
const KIT = '/api/field/kits/{kit}';

describeAccess(
  '/api/field/',
  {
    'GET /api/field/kits': read(200),
    'POST /api/field/kits': changed(404),
    [`GET ${KIT}`]: read(404),
    [`POST ${KIT}/keys`]: changed(404),
    [`GET ${KIT}/residents`]: read(404),
    [`GET ${KIT}/order`]: { nobody: 200, handset: 200, operator: 200, ministry: 200 },
    'GET /api/field/badges/{digest}': { nobody: 200, handset: 200, operator: 200, ministry: 200 },
    [`POST ${KIT}/moves`]: changed(404),
    [`GET ${KIT}/entries`]: read(404),
    [`POST ${KIT}/entries`]: changed(404),
    [`POST ${KIT}/backup`]: changed(404),
    [`GET ${KIT}/photos/{digest}`]: read(404),
    [`PUT ${KIT}/photos/{digest}?offset=0&size=1`]: changed(404),
    [`POST ${KIT}/entries/{digest}/acts`]: changed(404),
    'GET /api/field/handover': { nobody: 401, handset: 200, operator: 401, ministry: 401 },
  },
  bodyFor,
  askedByMinistryToo,
);

function bodyFor(path: string): object | undefined {
  if (path.endsWith('/kits')) {
    const expected = { kind: 'nobody' };
    return { kit: randomUUID(), session: randomUUID(), label: 'x', key: newDeviceKey(), cards: 0, expected };
  }
  if (path.endsWith('/keys')) return { key: newDeviceKey() };
  if (path.endsWith('/moves')) return { kind: 'erase' };
  if (path.endsWith('/entries')) return { entries: [] };
  if (path.endsWith('/backup')) return { jwe: 'none' };
  return path.endsWith('/acts') ? { kind: 'retry' } : undefined;
}
