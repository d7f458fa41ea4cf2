import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, globSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Binaries, startEmbedded } from '../src/platform/db/embedded.ts';

// Everything that `npm test` runs: checks, tests on the embedded PostgreSQL, the decisive ones on the machine's own
// PostgreSQL too, and walks in Chromium.

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const DEBIAN_POSTGRES = '/usr/lib/postgresql';
const TEST_TIMEOUT_MS = 180_000;
const env = {
  ...process.env,
  // The pinned Node and the installed tools come first, whoever started this.
  PATH: [dirname(process.execPath), join(ROOT, 'node_modules/.bin'), process.env.PATH].join(':'),
};

function run(
  name: string,
  command: string,
  args: readonly string[],
  more: Record<string, string> = {},
): void {
  console.log(`\n== ${name}`);
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...env, ...more } });
  if (status !== 0) throw new Error(`${name}: failed`);
  console.log(`== ${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
}

function runTests(
  name: string,
  patterns: readonly string[],
  concurrency: number,
  more: Record<string, string> = {},
): void {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort();
  if (files.length === 0) throw new Error(`${name}: no tests found`);
  const options = [
    // Node 24.21 hangs now and then in process.exit(), waiting for a compiler thread that waits for a collection of garbage
    // which never comes. Without such threads the tests take no longer.
    '--single-threaded',
    '--test',
    '--test-force-exit',
    `--test-timeout=${TEST_TIMEOUT_MS}`,
    `--test-concurrency=${concurrency}`,
  ];
  run(name, process.execPath, [...options, ...files], more);
}

/** One server for all test files; without flushing, since its data live as long as the tests. */
async function withPostgres(binaries: Binaries | undefined, work: (url: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jatidiri-test-'));
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder, { fsync: 'off', max_connections: '200' }, binaries);
  try {
    work(server.url);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function debianPostgres(): Binaries | undefined {
  if (!existsSync(DEBIAN_POSTGRES)) return undefined;
  const version = readdirSync(DEBIAN_POSTGRES).sort().at(-1);
  const bin = join(DEBIAN_POSTGRES, version ?? '', 'bin');
  return existsSync(join(bin, 'initdb'))
    ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    : undefined;
}

function ensureChromium(): void {
  if (existsSync(CHROMIUM)) return;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall) {
    run('installing Chromium', 'apt-get', ['update', '-q']);
    run('installing Chromium', 'apt-get', [
      'install',
      '-y',
      '-q',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
    ]);
  }
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      'The walks need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM to its path.',
    );
  }
}

async function main(): Promise<void> {
  run('check', 'npm', ['run', '--silent', 'check']);
  ensureChromium();
  run('building the pages', process.execPath, ['web/build.ts']);
  await withPostgres(undefined, (url) => {
    const shared = { TEST_DATABASE_URL: url };
    runTests(
      'tests',
      [
        'core/test/**/*.test.ts',
        'server/test/**/*.test.ts',
        'web/test/**/*.test.ts',
        'cli/test/**/*.test.ts',
      ],
      2,
      shared,
    );
    runTests('walks', ['walks/**/*.walk.ts'], 2, shared);
  });
  const debian = debianPostgres();
  if (debian) {
    await withPostgres(debian, (url) => {
      const decisive = [
        'server/test/activation/*.test.ts',
        'server/test/ledger/*.test.ts',
        'server/test/registry/*.test.ts',
      ];
      runTests('decisive tests on the machine’s own PostgreSQL', decisive, 2, { TEST_DATABASE_URL: url });
    });
  }
  console.log(`\nAll tests passed in ${Math.round(performance.now() / 1000)} s.`);
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
