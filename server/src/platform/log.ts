import { randomUUID } from 'node:crypto';

/** One JSON line per event on standard error. Messages carry ids and routes, never bodies or query values. */
export interface Log {
  info(event: string, facts?: Record<string, string | number>): void;
  /** Writes the fault under a fresh id, which is all that the outside learns. */
  fault(error: unknown, facts?: Record<string, string | number>): string;
}

export function jsonLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: string, facts: object) => write(`${JSON.stringify({ at: now(), level, ...facts })}\n`);
  return {
    info: (event, facts) => line('info', { event, ...facts }),
    fault(error, facts) {
      const fault = randomUUID();
      line('fault', { fault, ...facts, ...describe(error) });
      return fault;
    },
  };
}

/** Name, code and place; a database error's detail would quote the row's values, so messages of those stay out. */
function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const fromDatabase = 'severity' in error;
  const { name, stack } = error;
  const code = 'code' in error ? String(error.code) : undefined;
  const frames = stack
    ?.split('\n')
    .filter((frame) => frame.trimStart().startsWith('at '))
    .slice(0, 8);
  return { name, code, message: fromDatabase ? undefined : error.message, frames };
}
