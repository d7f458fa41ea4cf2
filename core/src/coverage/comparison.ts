/** As the national award has it: like is ranked with like. */
export const POPULATION_CLASSES = ['large', 'medium', 'small'] as const;
export type PopulationClass = (typeof POPULATION_CLASSES)[number];

/** By residents, beside the average region of the same level: half as many again is large, half as many is small. */
export function populationClass(residents: number, average: number): PopulationClass {
  if (residents >= 1.5 * average) return 'large';
  return residents < 0.5 * average ? 'small' : 'medium';
}

/** How many times larger the largest of these is than the smallest. */
export function timesLarger(residents: readonly number[]): number {
  const smallest = Math.min(...residents);
  return smallest > 0 ? Math.max(...residents) / smallest : Number.POSITIVE_INFINITY;
}
