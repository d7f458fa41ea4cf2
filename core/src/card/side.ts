import type { Personal } from '../kit/personal.ts';

/** ID-1 of ISO/IEC 7810, in millimetres, as it is cut. */
export const ID1 = { width: 85.6, height: 53.98 } as const;
/** What is printed beyond the cut, so that no white edge shows. */
export const BLEED = 3;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One thing on a card: millimetres from the top left corner of the cut card, colours as `#rrggbb`. */
export type Mark =
  | ({ readonly kind: 'box'; readonly fill: string } & Area)
  | ({
      readonly kind: 'text';
      readonly text: Personal<string>;
      /** Height of the letters' body; smaller when the text would leave its area otherwise. */
      readonly size: number;
      readonly bold?: boolean;
      readonly align?: 'left' | 'center';
      readonly colour?: string;
    } & Area)
  /** A JPEG or PNG that fills its area; what stands over is cut off. */
  | ({
      readonly kind: 'picture';
      readonly image: Personal<Uint8Array>;
      readonly mediaType: 'image/jpeg' | 'image/png';
    } & Area)
  /** A drawing as SVG path data in a frame of its own, fitted into the area. */
  | ({
      readonly kind: 'path';
      readonly path: Personal<string>;
      readonly frame: { readonly width: number; readonly height: number };
      readonly stroke: string;
    } & Area);

/** One side of a card, drawn from back to front. */
export type CardSide = readonly Mark[];

/** A box over the whole side and its bleed. */
export const background = (fill: string): Mark => ({
  kind: 'box',
  fill,
  x: -BLEED,
  y: -BLEED,
  width: ID1.width + 2 * BLEED,
  height: ID1.height + 2 * BLEED,
});
