const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * How long to wait after so many failed tries: twice as long each time, up to half a minute. A quarter is left to
 * chance, so that a village whose mast comes back does not knock all at once.
 */
export function pauseMsAfter(tries: number): number {
  const pause = Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);
  return pause * (0.75 + Math.random() / 4);
}

export const pauseAfter = (tries: number): Promise<void> =>
  new Promise((resume) => setTimeout(resume, pauseMsAfter(tries)));
