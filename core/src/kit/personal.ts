/**
 * Personal data that does not print itself: a log line, a template string, JSON and Node's inspector all
 * show `[personal]`. The value comes out only where the code says `.reveal()`, which is easy to search for.
 */
export class Personal<T = string, Kind extends string = string> {
  readonly #value: T;
  declare readonly kind: Kind;

  constructor(value: T) {
    this.#value = value;
  }

  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return '[personal]';
  }

  toJSON(): string {
    return '[personal]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[personal]';
  }
}
