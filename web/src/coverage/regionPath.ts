/** `/wilayah/6471`: without points, because an address that ends like a file is taken for one. */
export function pathOf(code: string): string {
  return code.length === 2 ? '/' : `/wilayah/${code.replaceAll('.', '')}`;
}

/** The code in such an address; undefined elsewhere. */
export function codeIn(path: string): string | undefined {
  const digits = /^\/wilayah\/(\d{4}|\d{6}|\d{10})\/?$/.exec(path)?.[1];
  const groups = digits && /^(\d\d)(\d\d)(\d\d)?(\d{4})?$/.exec(digits)?.slice(1);
  return groups ? groups.filter(Boolean).join('.') : undefined;
}
