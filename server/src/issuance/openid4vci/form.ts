/** The parameters of a form or a query; undefined for another body, and when one is repeated (RFC 6749 section 3.1). */
export function singleValues(body: unknown): Readonly<Record<string, string | undefined>> | undefined {
  if (!(body instanceof URLSearchParams)) return undefined;
  const values = Object.fromEntries(body);
  return Object.keys(values).length === [...body.keys()].length ? values : undefined;
}
