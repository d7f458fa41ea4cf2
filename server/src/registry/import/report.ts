import { type FileHandle, open, rm } from 'node:fs/promises';
import type { RegistryRefusal } from '@jatidiri/core/registry/refusals.ts';

/** The bad rows of a file: line number, reason code, column; never a value. */
export interface Report {
  add(line: number, refusal: RegistryRefusal): void;
  /** Writes what was added since. */
  flush(): Promise<void>;
  close(): Promise<void>;
  readonly refused: number;
}

/** Written anew by every run from the first row on; without bad rows there is no file. */
export async function openReport(path: string): Promise<Report> {
  await rm(path, { force: true });
  let file: FileHandle | undefined;
  let waiting = '';
  let refused = 0;
  return {
    add(line, { code, field }) {
      refused += 1;
      waiting += `${line},${code},${field ? columnOf(field) : ''}\n`;
    },
    async flush() {
      if (waiting === '') return;
      const text = waiting;
      waiting = '';
      if (!file) {
        file = await open(path, 'w');
        await file.write('line,code,column\n');
      }
      await file.write(text);
    },
    close: async () => file?.close(),
    get refused() {
      return refused;
    },
  };
}

/** Rules name `firstMarriedOn` what the file calls `first_married_on`. */
function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}
