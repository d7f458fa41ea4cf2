import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEPT = 100;

/** A file of signed heads outside the database, oldest first; the newest hundred. */
export function fileAnchors(path: string): { add(signedHead: string): void; all(): string[] } {
  mkdirSync(dirname(path), { recursive: true });
  const heads = readAnchors(path);
  return {
    add(signedHead) {
      heads.push(signedHead);
      if (heads.length > KEPT) heads.splice(0, heads.length - KEPT);
      // Written aside and moved: a crash in the middle leaves the old file whole.
      writeFileSync(`${path}.new`, `${heads.join('\n')}\n`);
      renameSync(`${path}.new`, path);
    },
    all: () => [...heads],
  };
}

function readAnchors(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}
