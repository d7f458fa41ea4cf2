import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { createTestWorld, type TestWorld } from '../testWorld.ts';

/** What anybody may call; a new one is written down here by whoever has thought about it. */
const OPEN = `
GET /api/coverage/contradictions
GET /api/coverage/figures
GET /api/coverage/open-data.csv
GET /api/coverage/open-data.json
GET /api/coverage/open-data.xlsx
GET /api/coverage/outlook
GET /api/coverage/published
GET /api/coverage/regions/{code}
GET /api/coverage/regions/{code}/laporan-capaian.pdf
GET /api/coverage/regions/{code}/workbook.xlsx
GET /api/coverage/targets
GET /api/field/badges/{digest}
GET /api/field/kits/{kit}/order
GET /api/health
GET /api/issuance/status-lists/{number}
GET /api/issuance/trust
GET /api/issuance/types/ikd
GET /api/issuance/types/kia
GET /api/issuance/types/kk
GET /api/kia/offers
GET /api/office/demo-officers
GET /api/outreach/schedule
GET /api/outreach/schedule/{id}
GET /api/partner/card-issuers.jwt
GET /api/partner/demo-institutions
GET /api/partner/trust
GET /api/site
GET /api/verification/counter/{id}
GET /api/verification/pages/{id}
GET /api/verification/pages/{id}/browser-request
GET /api/wilayah/{code}
GET /control/offer/{id}
GET /control/request/{id}
GET /control/trust
POST /api/activation/confirmations
POST /api/document/photocopy-checks
POST /api/document/signed-checks
POST /api/kia/counters
POST /api/kia/uses
POST /api/office/enrolments
POST /api/office/enrolments/options
POST /api/office/sessions
POST /api/office/sessions/options
POST /api/partner/enrolments
POST /api/partner/enrolments/options
POST /api/partner/sessions
POST /api/partner/sessions/options
POST /api/recovery/loss-reports
POST /api/recovery/stops-by-link
POST /api/verification/counter
POST /api/verification/pages/{id}/browser-response
POST /control/offer
POST /control/request
`;

describe('every door', () => {
  let world: TestWorld;
  before(async () => {
    world = await createTestWorld();
  });
  after(async () => {
    await world.close();
    assert.deepEqual(world.faults, []);
  });

  const operations = () => world.app.endpoints.map(({ method, path, caller }) => ({ method, path, caller }));

  test('is closed to whoever shows nothing, unless it stands in the list', async () => {
    const open = operations().filter(({ caller }) => caller === 'anyone');
    assert.deepEqual(
      open.map(({ method, path }) => `${method} ${path}`).sort(),
      OPEN.trim().split('\n').sort(),
    );
  });

  test('does nothing for whoever shows nothing', async () => {
    for (const { method, path, caller } of operations()) {
      if (caller === 'anyone') continue;
      const url = path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const { statusCode } = await world.app.inject({
        method,
        url,
        ...(method !== 'GET' && { payload: {} }),
      });
      assert.ok([400, 401, 403, 404, 415, 422].includes(statusCode), `${method} ${path}: ${statusCode}`);
    }
  });
});
