import { spawnSync } from 'node:child_process';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

// `npm run verify-package`: what others need to verify our credentials, as one npm package without dependencies, in
// core/dist/verify. See docs/VERIFY.md.

const CORE = join(import.meta.dirname, '..');
const REPOSITORY = join(CORE, '..');
/** One entry for browsers and Node, and one with Node's own, faster cryptography. */
const ENTRIES = {
  verify: join(CORE, 'src/verify/createVerifier.ts'),
  node: join(REPOSITORY, 'server/src/platform/keys/nodeSuite.ts'),
};
const NODE_TYPES = `import type { Suite } from './kit/suite.ts';
export declare function nodeSuite(cachedKeys?: number): Suite;
`;
const TARGET = ['chrome87', 'safari15', 'node20'];

export async function buildVerifyPackage(folder: string = join(CORE, 'dist/verify')): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: ENTRIES, formats: ['es'] },
      target: TARGET,
      outDir: folder,
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: { external: /^node:/ },
    },
  });
  await writeTypes(folder);
  await copyFile(join(REPOSITORY, 'docs/VERIFY.md'), join(folder, 'README.md'));
  await copyFile(join(REPOSITORY, 'LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'package.json'), JSON.stringify(await manifest(), null, 2));
  return folder;
}

async function writeTypes(folder: string): Promise<void> {
  const options = ['-p', join(CORE, 'tsconfig.verify.json'), '--outDir', join(folder, 'types')];
  const { status } = spawnSync('tsc', options, { stdio: 'inherit' });
  if (status !== 0) throw new Error('the types do not compile');
  await writeFile(join(folder, 'types/node.d.ts'), NODE_TYPES);
}

async function manifest() {
  const { version, license } = JSON.parse(await readFile(join(CORE, 'package.json'), 'utf8'));
  return {
    name: '@jatidiri/verify',
    version,
    license,
    type: 'module',
    exports: {
      '.': { types: './types/verify/createVerifier.d.ts', default: './verify.js' },
      './node': { types: './types/node.d.ts', default: './node.js' },
    },
  };
}

if (import.meta.main) console.log(`built: ${await buildVerifyPackage()}`);
