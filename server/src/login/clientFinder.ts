import type { FindClient } from './clients.ts';
import { demoClients } from './demoClients.ts';
import type { LoginDeps } from './deps.ts';
import { partnerClients } from './partnerClients.ts';

/** Where clients come from: a demonstration's file, when there is one, and the partners. */
export function clientFinder(
  deps: Pick<LoginDeps, 'database' | 'now'>,
  demoFile: string | undefined,
): FindClient {
  const partners = partnerClients(deps);
  if (demoFile === undefined) return partners;
  const demo = demoClients(demoFile);
  return async (id) => (await demo(id)) ?? partners(id);
}
