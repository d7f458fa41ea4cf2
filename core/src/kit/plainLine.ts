/**
 * One line that reads as it looks: no control characters and line breaks (Unicode categories Cc, Zl, Zp), and nothing invisible
 * that turns the order of what stands beside it, hides between letters, or belongs to no script (Cf, Cs, Co; UAX #9, UTS #39).
 */
export const PLAIN_LINE = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]*$/u;
