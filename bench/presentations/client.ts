import { certificatesInPem } from '@jatidiri/core/chain/pem.ts';
import { openWallet } from '../../cli/openWallet.ts';

// In a process of its own: a wallet that takes a credential, and then whoever asks and the wallet that answers, so many
// times at once. Told by a message what to do, it tells how many were verified.

interface Work {
  readonly portal: string;
  readonly responseMode: string;
  readonly count: number;
  readonly atOnce: number;
}

const JSON_BODY = { 'content-type': 'application/json' };

async function call(url: string, body?: object) {
  const init = body && { method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function openHolder(portal: string) {
  const { issuerCa, verifierCa } = await call(`${portal}/control/trust`);
  const anchors = [issuerCa, verifierCa].flatMap(certificatesInPem);
  const wallet = openWallet({ anchors, copies: 20, clientId: 'bench' });
  const { offer } = await call(`${portal}/control/offer`, { ids: ['ikd-sd-jwt'] });
  const received = await wallet.receive(offer);
  if (!received.ok) throw new Error(`no credential: ${received.error}`);
  return wallet;
}

const dcql = {
  credentials: [
    {
      id: 'ikd',
      format: 'dc+sd-jwt',
      meta: { vct_values: ['urn:jatidiri:ikd:1'] },
      claims: ['nik', 'name', 'birth_date', 'age_over_17'].map((name) => ({ path: [name] })),
    },
  ],
};

let holder: Awaited<ReturnType<typeof openHolder>> | undefined;

/** Asked, fetched, answered, read: four requests. */
async function present({ portal, responseMode }: Work): Promise<void> {
  const { request, session } = await call(`${portal}/control/request`, { dcql, responseMode });
  const presented = await holder!.present(request);
  if (!presented.ok) throw new Error(`${presented.error} ${presented.detail}`);
  const { state } = await call(`${portal}/control/request/${session}`);
  if (state !== 'verified') throw new Error(`not verified: ${state}`);
}

process.on('message', async (work: Work) => {
  holder ??= await openHolder(work.portal);
  let left = work.count;
  const lane = async () => {
    while (left-- > 0) await present(work);
  };
  await Promise.all(Array.from({ length: work.atOnce }, lane));
  process.send!({ done: work.count });
});
