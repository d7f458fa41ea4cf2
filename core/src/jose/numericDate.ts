/** NumericDate (RFC 7519 section 2): whole seconds since 1970-01-01T00:00:00Z. */
export const toNumericDate = (instant: Date): number => Math.floor(instant.getTime() / 1000);

export const fromNumericDate = (seconds: number): Date => new Date(seconds * 1000);

/** The last second that a `Date` can hold, in the year 275760: a later one would throw where it is written. */
const LAST_SECOND = 8_640_000_000_000;

/** A NumericDate may carry fractions (RFC 7519 section 2), but neither a negative time nor one that no `Date` holds. */
export const isNumericDate = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= LAST_SECOND;
