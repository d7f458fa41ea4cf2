/** Maximise Σ gain × value over whole values from 0 to `most`, within the rows. Plain data, so that any solver can take it. */
export interface IntegerProgram {
  readonly variables: readonly { readonly gain: number; readonly most: number }[];
  readonly rows: readonly Row[];
}

/** least ≤ Σ factor × value ≤ most. */
export interface Row {
  readonly terms: readonly Term[];
  readonly least?: number;
  readonly most?: number;
}

/** By the variable's place in the list. */
export interface Term {
  readonly variable: number;
  readonly factor: number;
}

/** Whether these values keep every bound: asked of what a solver answers, too. */
export function keeps({ variables, rows }: IntegerProgram, values: readonly number[]): boolean {
  return (
    values.length === variables.length &&
    variables.every(({ most }, i) => Number.isInteger(values[i]) && values[i]! >= 0 && values[i]! <= most) &&
    rows.every(({ terms, least = -Infinity, most = Infinity }) => {
      const sum = terms.reduce((total, { variable, factor }) => total + factor * values[variable]!, 0);
      return sum >= least && sum <= most;
    })
  );
}
