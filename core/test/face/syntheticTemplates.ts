import { TEMPLATE_LENGTH } from '@jatidiri/core/face/model.ts';

/**
 * Templates as the model gives them, of nobody. Uniformly random vectors would be far too easy: all of them lie equally far
 * apart. Here the directions have an exponentially falling spectrum (an effective dimension near 32), two hundred groups of
 * people who look alike share a part of it, and all of it is turned so that no number stands for one direction. Pairs are
 * 0.72 ± 0.09 apart and 0.7 % of them within 0.52, as measured on the pictures of docs/decisions/0040 (0.73 ± 0.09, 0.8 %).
 */
export interface Population {
  person(): Float32Array;
  /** Another picture of the same person, so far away. */
  again(template: Float32Array, distance: number): Float32Array;
}

const FALL = 16;
const APART = 0.73;
const GROUPS = 200;
const SHARED = 0.3;
const OFF_CENTRE = 0.11;

export function population(seed: number): Population {
  const random = mulberry(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const numbers = (make: (i: number) => number) =>
    Float64Array.from({ length: TEMPLATE_LENGTH }, (_, i) => make(i));

  const falling = numbers((i) => Math.exp(-i / FALL));
  const scale = APART ** 2 / 2 / falling.reduce((sum, value) => sum + value, 0);
  const spread = falling.map((value) => Math.sqrt(value * scale));
  const signs = [0, 1, 2].map(() => numbers(() => (random() < 0.5 ? -1 : 1)));
  const centre = numbers(() => normal() * OFF_CENTRE);
  const groups = Array.from({ length: GROUPS }, () =>
    numbers((i) => spread[i]! * normal() * Math.sqrt(SHARED)),
  );

  return {
    person() {
      const group = groups[Math.floor(random() * GROUPS)]!;
      const own = numbers((i) => group[i]! + spread[i]! * normal() * Math.sqrt(1 - SHARED));
      return Float32Array.from(turn(own, signs), (value, i) => value + centre[i]!);
    },
    again(template, distance) {
      const change = turn(
        numbers((i) => spread[i]! * normal()),
        signs,
      );
      const length = Math.hypot(...change);
      return template.map((value, i) => value + (change[i]! * distance) / length);
    },
  };
}

/** An orthogonal map that mixes every number into every other: signs and Walsh–Hadamard, three times. */
function turn(values: Float64Array, signs: readonly Float64Array[]): Float64Array {
  for (const sign of signs) {
    for (let i = 0; i < values.length; i++) values[i]! *= sign[i]!;
    for (let half = 1; half < values.length; half *= 2)
      for (let start = 0; start < values.length; start += 2 * half)
        for (let i = start; i < start + half; i++) {
          const [one, other] = [values[i]!, values[i + half]!];
          values[i] = one + other;
          values[i + half] = one - other;
        }
    for (let i = 0; i < values.length; i++) values[i]! /= Math.sqrt(values.length);
  }
  return values;
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
