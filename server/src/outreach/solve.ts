import { Worker } from 'node:worker_threads';
import { type IntegerProgram, keeps, type Row } from '@jatidiri/core/outreach/integerProgram.ts';

export type Solution =
  | { readonly kind: 'solved'; readonly values: readonly number[]; readonly proved: boolean }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'outOfTime' };

interface Answer {
  readonly status: string;
  readonly values: readonly (readonly [name: string, value: number])[];
}

const SECONDS = 4;
/** Starting the thread and reading the problem come on top. */
const LONGEST_MS = 2.5 * SECONDS * 1_000;

/** Solved by HiGHS in a thread of its own; what it answers is believed only where it keeps every bound. */
export async function solve(program: IntegerProgram): Promise<Solution> {
  if (program.variables.length === 0)
    return keeps(program, []) ? { kind: 'solved', values: [], proved: true } : { kind: 'impossible' };
  const answer = await ask(lpText(program));
  if (!answer) return { kind: 'outOfTime' };
  if (answer.status === 'Infeasible') return { kind: 'impossible' };
  const byName = new Map(answer.values);
  const values = program.variables.map((_, i) => Math.round(byName.get(nameOf(i)) ?? 0));
  const proved = answer.status === 'Optimal';
  // A solver that ran out of time before it found anything leaves zeros, which may keep every bound.
  const found = proved || values.some((value) => value > 0);
  if (found && keeps(program, values)) return { kind: 'solved', values, proved };
  if (proved) throw new Error('the solver’s answer does not keep the bounds');
  return { kind: 'outOfTime' };
}

let last: Promise<unknown> = Promise.resolve();

/** One problem after another, so that planners who are in a hurry leave the server a processor. */
function ask(problem: string): Promise<Answer | undefined> {
  const answer = last.then(() => askThread(problem));
  last = answer.catch(() => undefined);
  return answer;
}

async function askThread(problem: string): Promise<Answer | undefined> {
  const thread = new Worker(new URL('./solverThread.ts', import.meta.url), {
    workerData: { problem, seconds: SECONDS },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
  thread.once('message', resolve).once('error', reject);
  const timer = setTimeout(() => resolve(undefined), LONGEST_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

/** CPLEX LP format: the objective, the rows, the bounds, and which variables are whole. */
function lpText({ variables, rows }: IntegerProgram): string {
  const every = variables.map((_, i) => nameOf(i));
  return [
    'Maximize',
    sumOf(variables.map(({ gain }, variable) => ({ variable, factor: gain }))),
    'Subject To',
    ...rows.flatMap(boundsOf),
    'Bounds',
    ...variables.map(({ most }, i) => `0 <= ${nameOf(i)} <= ${most}`),
    'General',
    ...every,
    'End',
  ].join('\n');
}

function boundsOf({ terms, least, most }: Row): string[] {
  const sum = sumOf(terms);
  return [
    ...(least === undefined ? [] : [`${sum} >= ${least}`]),
    ...(most === undefined ? [] : [`${sum} <= ${most}`]),
  ];
}

/** A term on each line: readers of the format limit the length of lines. A row without terms still has to be kept. */
function sumOf(terms: Row['terms']): string {
  if (terms.length === 0) return `0 ${nameOf(0)}`;
  return terms
    .map(({ variable, factor }) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${nameOf(variable)}`)
    .join('\n');
}

const nameOf = (variable: number): string => `x${variable}`;
