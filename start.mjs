// `npm start` on a bare machine: installs what is missing, then hands over to the server on the Node that the
// lockfile names. This file needs no package.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const stamp = join(root, 'node_modules', '.installed');

export function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing what is missing (first start only) …');
  // Not `npm ci`: it refuses a lockfile that lacks the binaries of machines unlike the one that wrote it. This
  // installs exactly what the lockfile names, and writes neither file.
  const { status } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) {
    console.error(
      '\nThe installation did not succeed: see above. It needs a network once; then run the command again.',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lock);
}

/** The pinned Node of the project, whatever the machine has. */
export function runNode(args, options = {}) {
  const node = join(root, 'node_modules', 'node', 'bin', 'node');
  return spawn(node, args, { stdio: 'inherit', ...options });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureInstalled();
  const server = runNode([join(root, 'server', 'src', 'main.ts'), ...process.argv.slice(2)], {
    // The server ends when this channel closes: also when this process is killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // Ctrl-C reaches the whole group by itself; a signal to this process alone is passed on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  server.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

  // npm was killed above us: nobody is left to stop the server.
  const npm = process.ppid;
  setInterval(() => process.ppid !== npm && server.kill('SIGTERM'), 1_000).unref();
}
