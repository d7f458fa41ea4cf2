import type { Database } from '../platform/db/database.ts';
import { sweepArtifacts } from './artifactStore.ts';

const BATCH = 1_000;

/** Throws away what has expired; returns how much. */
export const sweepLogin = ({ database, now }: { database: Database; now: () => Date }): Promise<number> =>
  sweepArtifacts(database.read, now(), BATCH);
