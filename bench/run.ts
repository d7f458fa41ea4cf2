import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

// `npm run bench` runs every benchmark, `npm run bench -- NAME` one. Each prints `name ratio=… goal=… ours=… reference=…`
// and measures its reference in the same run. A missed goal is a figure, not a failure.

const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'run')
  .sort();
const [wanted, ...options] = process.argv.slice(2);

if (wanted && !names.includes(wanted)) {
  console.error(`No benchmark of that name. There are: ${names.join(', ')}.`);
  process.exit(2);
}
for (const name of wanted ? [wanted] : names) {
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.ts`), ...options], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
