import type { Config } from '../config.ts';
import { runningEmbedded, startEmbedded } from './embedded.ts';

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

type Where = Pick<Config, 'databaseUrl' | 'dataDir'>;

const SETTINGS = { shared_buffers: '256MB', max_wal_size: '4GB', wal_compression: 'on' };

/** DATABASE_URL's server, or an embedded one of our own in DATA_DIR. */
export async function openServer({ databaseUrl, dataDir }: Where): Promise<Server> {
  if (databaseUrl) return { url: databaseUrl, stop: async () => {} };
  return startEmbedded(dataDir, SETTINGS);
}

/** For commands: the same, but where `npm start` is running on this data folder, its server is used. */
export async function joinServer({ databaseUrl, dataDir }: Where): Promise<Server> {
  const running = databaseUrl ?? runningEmbedded(dataDir);
  return running ? { url: running, stop: async () => {} } : startEmbedded(dataDir, SETTINGS);
}
