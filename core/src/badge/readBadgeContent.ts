import * as v from 'valibot';
import { fromNumericDate, isNumericDate } from '../jose/numericDate.ts';
import { type IsoDate, parseIsoDate } from '../kit/date.ts';
import { UUID } from '../kit/uuid.ts';
import { KIND } from './drawBadge.ts';
import { BADGE_NUMBER, type BadgeMoment, type DeskBadge, type Poster } from './model.ts';

/** What was signed, by its kind. */
export type BadgeContent =
  | ({ readonly kind: 'kitBadge' } & BadgeMoment)
  | ({ readonly kind: 'deskBadge' } & BadgeMoment & DeskBadge)
  | ({ readonly kind: 'poster' } & Poster);

const moment = [
  v.pipe(v.custom<number>(isNumericDate), v.transform(fromNumericDate)),
  v.nullable(v.pipe(v.string(), v.regex(BADGE_NUMBER))),
] as const;
const text = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const session = v.pipe(v.string(), v.regex(UUID));
const day = v.pipe(
  v.string(),
  v.transform(parseIsoDate),
  v.custom<IsoDate>((date) => date !== undefined),
);

const KitBadge = v.strictTuple([v.literal(KIND.kitBadge), ...moment]);
const DeskBadgeContent = v.strictTuple([
  v.literal(KIND.deskBadge),
  ...moment,
  text,
  text,
  text,
  v.nullable(session),
]);
const PosterContent = v.strictTuple([v.literal(KIND.poster), session, text, text, day, day]);

/** Undefined for anything that `drawBadge.ts` does not write. */
export function readBadgeContent(content: unknown): BadgeContent | undefined {
  const parsed = v.safeParse(v.union([KitBadge, DeskBadgeContent, PosterContent]), content);
  if (!parsed.success) return undefined;
  switch (parsed.output[0]) {
    case KIND.kitBadge: {
      const [, at, number] = parsed.output;
      return { kind: 'kitBadge', at, number };
    }
    case KIND.deskBadge: {
      const [, at, number, officer, office, place, ofSession] = parsed.output;
      return { kind: 'deskBadge', at, number, officer, office, place, session: ofSession };
    }
    case KIND.poster: {
      const [, ofSession, office, place, from, to] = parsed.output;
      return { kind: 'poster', session: ofSession, office, place, from, to };
    }
  }
}
