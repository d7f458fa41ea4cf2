// `npm test` on a bare machine: installs what is missing, then hands over to the project's own Node.
import { fileURLToPath } from 'node:url';
import { ensureInstalled, runNode } from './start.mjs';

ensureInstalled();
const tests = runNode([fileURLToPath(new URL('server/test/runAll.ts', import.meta.url))]);
process.on('SIGINT', () => {});
tests.on('exit', (code) => process.exit(code ?? 1));
