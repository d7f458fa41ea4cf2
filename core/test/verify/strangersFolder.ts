import { copyFile, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildVerifyPackage } from '../../build/verifyPackage.ts';

/** A project outside this repository with nothing but the package, the program of docs/VERIFY.md, and `files`. */
export async function strangersFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'jatidiri-stranger-'));
  const installed = join(folder, 'node_modules/@jatidiri/verify');
  await mkdir(installed, { recursive: true });
  await cp(await buildVerifyPackage(join(folder, 'built')), installed, { recursive: true });

  const readme = await readFile(join(installed, 'README.md'), 'utf8');
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(readme) ?? [];
  await writeFile(join(folder, 'verifier.mjs'), program);
  await copyFile(join(import.meta.dirname, 'stranger.mjs'), join(folder, 'stranger.mjs'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
