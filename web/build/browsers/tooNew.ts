import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { filesBelow } from '../digest.ts';
import { ALLOWED } from './allowed.ts';
import { lackedBy, OLDEST } from './compat.ts';
import { tooNewInScript } from './scanScript.ts';
import { tooNewInStyle } from './scanStyle.ts';

/** What is in a folder of built pages that one of the oldest browsers lacks, and that nobody has answered for. */
export async function tooNewBelow(folder: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  for (const file of await filesBelow(folder)) {
    const found = await tooNewIn(file);
    for (const path of found) {
      if (path in ALLOWED) continue;
      const browsers = lackedBy(path)!.map((browser) => `${browser} ${OLDEST[browser]}`);
      complaints.push(`${relative(folder, file)}: ${path} is missing in ${browsers.join(', ')}`);
    }
  }
  return complaints;
}

async function tooNewIn(file: string): Promise<ReadonlySet<string>> {
  if (file.endsWith('.js')) return tooNewInScript(await readFile(file, 'utf8'));
  return file.endsWith('.css') ? tooNewInStyle(await readFile(file, 'utf8')) : new Set();
}
