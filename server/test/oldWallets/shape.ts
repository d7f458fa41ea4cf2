/**
 * What a client can rely on in an answer: which members there are, and of which kind. Members that a client decides by
 * (`state`, `kind`, `code`) are kept with their value, except in lists, which grow.
 */
export type Shape = string | null | readonly Shape[] | { readonly [name: string]: Shape };

const DECIDING = new Set(['state', 'kind', 'code']);
const VALUE = '= ';

export function shapeOf(value: unknown, name = '', inList = false): Shape {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.slice(0, 1).map((item) => shapeOf(item, '', true));
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one, key, inList)]));
  return !inList && DECIDING.has(name) ? `${VALUE}${value}` : typeof value;
}

/** Where an answer lacks what was relied on. More members, and a value where there was none, harm nobody. */
export function lackingIn(answer: unknown, shape: Shape, path = 'answer'): readonly string[] {
  if (shape === null) return [];
  if (typeof shape === 'string') {
    const fits = shape.startsWith(VALUE) ? `${VALUE}${answer}` === shape : typeof answer === shape;
    return fits ? [] : [`${path}: ${shape} expected`];
  }
  if (isList(shape)) {
    if (!Array.isArray(answer)) return [`${path}: a list expected`];
    const [each] = shape;
    return each === undefined ? [] : answer.flatMap((item, at) => lackingIn(item, each, `${path}[${at}]`));
  }
  if (typeof answer !== 'object' || answer === null) return [`${path}: an object expected`];
  return Object.entries(shape).flatMap(([key, one]) =>
    lackingIn((answer as Record<string, unknown>)[key], one, `${path}.${key}`),
  );
}

const isList = (shape: Shape): shape is readonly Shape[] => Array.isArray(shape);
