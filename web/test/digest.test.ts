import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { digestOf } from '../build/digest.ts';

let root = '';
before(async () => {
  root = await mkdtemp(join(tmpdir(), 'jatidiri-digest-'));
});
after(() => rm(root, { recursive: true }));

const write = async (path: string, text: string) => {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
};

test('the digest changes with a content, a name and a new file, and with nothing else', async () => {
  const digest = () => digestOf(root, ['src', 'one.json', 'missing']);
  await write('src/a/x.ts', '1');
  await write('one.json', '{}');
  const first = await digest();
  await write('src/a/x.ts', '1');
  await write('elsewhere.ts', '1');
  assert.equal(await digest(), first);

  await write('src/a/x.ts', '2');
  const changed = await digest();
  assert.notEqual(changed, first);

  await write('src/b.ts', '');
  const grown = await digest();
  assert.notEqual(grown, changed);

  await rm(join(root, 'src/b.ts'));
  assert.equal(await digest(), changed);
});
