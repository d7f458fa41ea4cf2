/** What came at once as it is, and everything else awaited together: one wait for a list costs less than one for each. */
export const settled = <T>(values: readonly (T | Promise<T>)[]): readonly T[] | Promise<readonly T[]> =>
  values.some((value) => value instanceof Promise) ? Promise.all(values) : (values as readonly T[]);
