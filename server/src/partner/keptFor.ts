/** Values that may be used again until a time of their own; the oldest make room. */
export interface Kept<T> {
  get(name: string): T | undefined;
  set(name: string, value: T, until: Date): void;
}

export function keptFor<T>(most: number, now: () => Date): Kept<T> {
  const known = new Map<string, { readonly value: T; readonly until: Date }>();
  return {
    get(name) {
      const found = known.get(name);
      if (found && found.until > now()) return found.value;
      if (found) known.delete(name);
      return undefined;
    },
    set(name, value, until) {
      known.delete(name);
      if (known.size >= most) known.delete(known.keys().next().value!);
      known.set(name, { value, until });
    },
  };
}
