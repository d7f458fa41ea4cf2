import { webcrypto } from 'node:crypto';
import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { chainVerifier } from '@jatidiri/core/chain/verifyChain.ts';
import { documentReference } from '@jatidiri/core/document/documentAddress.ts';
import { secretIn } from '@jatidiri/core/document/photocopySecret.ts';
import { verifyStatement } from '@jatidiri/core/document/signedStatement.ts';
import { Personal } from '@jatidiri/core/kit/personal.ts';
import type { ResidentRecord } from '@jatidiri/core/registry/model.ts';
import { NIKS, openTown, TOWN, type Who } from '../family/town.ts';
import { activeHandset, suite } from '../issuance/activeHandset.ts';
import type { TestHandset } from '../testHandset.ts';
import { createTestWorld } from '../testWorld.ts';

/** The town's bachelor and bride are Christians: their marriage stands in the civil register. */
const PEOPLE: readonly ResidentRecord[] = TOWN.map((one) => {
  const nik = one.nik.reveal();
  return nik === NIKS.single || nik === NIKS.bride ? { ...one, religion: new Personal('KRISTEN') } : one;
});

/** The town, with what tests of signed documents do there. */
export async function openSignedDesk() {
  const town = await openTown(await createTestWorld({ residents: PEOPLE }));
  const { world } = town;
  const crypto = webcrypto as unknown as Crypto;

  async function trust() {
    const { roots } = (await world.app.inject('/api/issuance/trust')).json();
    const [root] = certificatesInPem(roots[0]);
    return { root: root!, verifyChain: chainVerifier([root!], crypto, 'document') };
  }

  return {
    town,
    trust,
    async handsetOf(who: Who): Promise<TestHandset> {
      const { name } = await town.resident(NIKS[who]);
      return activeHandset(world, { nik: NIKS[who], name: name.reveal() });
    },
    own: (by: TestHandset, document: object) => by.call('POST', '/api/document/signed', { document }),
    async listed(by: TestHandset) {
      const { certificates } = (await by.call('GET', '/api/document/signed')).body;
      return certificates as {
        event: string;
        kind: string;
        names: string[];
        obstacle: string | null;
      }[];
    },
    atDesk: (nik: string, document: object, by = town.operator) =>
      by.call('POST', '/api/document/signed-at-desk', { nik, document }),
    /** As the page behind the QR does. */
    async check(address: string) {
      const reference = await documentReference(secretIn(new URL(address).hash)!, suite);
      const answer = await world.app.inject({
        method: 'POST',
        url: '/api/document/signed-checks',
        payload: { reference },
        remoteAddress: '10.2.2.2',
      });
      const body = answer.json();
      const { verifyChain } = await trust();
      const statement =
        body.statement && (await verifyStatement(body.statement, reference, { verifyChain, suite }));
      return { code: body.code, current: body.current, statement };
    },
    async kindsFor(nik: string): Promise<string[]> {
      const { id } = await town.resident(nik);
      const { rows } = await world.database.pool.query(
        `select kind from ledger_pending where subject = $1 and kind like 'document/%' order by id`,
        [id],
      );
      return rows.map(({ kind }) => kind);
    },
  };
}
export type SignedDesk = Awaited<ReturnType<typeof openSignedDesk>>;
