import { DEVICE_PROOF_HEADER, proveDevice } from '@jatidiri/core/device/proof.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import type { TestHandset } from '../testHandset.ts';
import type { TestWorld } from '../testWorld.ts';

const PATH = '/api/rights/copy';

/** The file as the wallet gets it, and the JSON inside. */
export async function downloadCopy(world: Pick<TestWorld, 'app' | 'clock'>, { sign, jwk }: TestHandset) {
  const asked = { method: 'GET', path: PATH, body: new Uint8Array(0) };
  const proof = await proveDevice(sign, jwk, asked, world.clock.now, webSuite(crypto.subtle));
  const answer = await world.app.inject({
    method: 'GET',
    url: PATH,
    headers: { [DEVICE_PROOF_HEADER]: proof },
  });
  const html = answer.body;
  const json = /<script type="application\/json" id="data">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null';
  return { html, content: JSON.parse(json) };
}
