/** How much goes into one request: halved when one did not get through, and larger again while they do. */
export interface PartSize {
  value(): number;
  learn(arrived: boolean): void;
}

export function partSize({ first, least, most }: Record<'first' | 'least' | 'most', number>): PartSize {
  let size = first;
  return {
    value: () => size,
    learn(arrived) {
      size = Math.round(Math.min(most, Math.max(least, arrived ? size * 1.5 : size / 2)));
    },
  };
}
