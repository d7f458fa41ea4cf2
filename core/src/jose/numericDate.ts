/** NumericDate (RFC 7519 section 2): whole seconds since 1970-01-01T00:00:00Z. */
export const toNumericDate = (instant: Date): number => Math.floor(instant.getTime() / 1000);

export const fromNumericDate = (seconds: number): Date => new Date(seconds * 1000);

/** A NumericDate may carry fractions (RFC 7519 section 2), but neither infinity nor a negative time. */
export const isNumericDate = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;
