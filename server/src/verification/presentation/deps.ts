import { type IssuanceDeps, readTrust, statusLists } from '../../issuance/index.ts';
import { accessSigners, listedCardIssuers } from '../../partner/index.ts';
import type { Config } from '../../platform/config.ts';
import { credentialTrust } from './credentialTrust.ts';
import type { PresentationDeps } from './routes.ts';

type Given = Omit<PresentationDeps, 'trust' | 'signers' | 'valuesKeptMs' | 'counterPage'> & IssuanceDeps;

/** What the room's use cases work with; each takes the part that it uses. */
export async function presentationDeps(given: Given, config: Config): Promise<PresentationDeps> {
  return {
    ...given,
    trust: await credentialTrust({
      ...given,
      ownRoots: async () => (await readTrust(given)).roots,
      publishedList: statusLists(given),
      demo: config.demo,
      trustedIssuers: config.trustedIssuers,
      cardIssuers: () => listedCardIssuers(given.database.read),
      statusHosts: config.statusHosts,
    }),
    signers: accessSigners(given),
    valuesKeptMs: config.presentationMinutes * 60_000,
    counterPage: config.counterPage,
  };
}
