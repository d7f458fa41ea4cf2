import { dayInKaltim, type IsoDate } from '../kit/date.ts';
import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { FieldRefusalCode } from './refusals.ts';
import type { KitMove } from './wire.ts';

/** Where a kit stands. A revoked one was lost: what is signed from `lostAt` on nobody believes. */
export type KitState =
  | { readonly state: 'prepared' }
  | { readonly state: 'eraseOrdered' }
  | { readonly state: 'erased' }
  | { readonly state: 'revoked'; readonly lostAt: Date };

/** What follows from an order of the office, or from what the kit says of itself. A loss is for good. */
export function moveKit(
  kit: KitState,
  move: KitMove,
  now: Date,
): Result<KitState, Refusal<FieldRefusalCode>> {
  switch (move.kind) {
    case 'revoke': {
      const lostAt = new Date(Math.min(Date.parse(move.lostAt), now.getTime()));
      return ok(kit.state === 'revoked' && kit.lostAt <= lostAt ? kit : { state: 'revoked', lostAt });
    }
    case 'erase':
      return kit.state === 'erased' ? refuse({ code: 'field/kit-erased' }) : ok(eraseUnlessRevoked(kit));
    case 'erased':
      return ok(kit.state === 'revoked' ? kit : { state: 'erased' });
  }
}

const eraseUnlessRevoked = (kit: KitState): KitState =>
  kit.state === 'revoked' ? kit : { state: 'eraseOrdered' };

/**
 * Whether a kit that asks without an officer has to go: told to, reported lost, or said to be erased, and then it is a
 * copy that asks.
 */
export const isOrderedAway = ({ state }: KitState): boolean => state !== 'prepared';

/**
 * Whether a kit has to erase itself, after it has sent what it still has: told to, lost and found, or its session is
 * over and everything is here.
 */
export function mustErase(
  { state }: KitState,
  session: { readonly to: IsoDate },
  everythingIsHere: boolean,
  now: Date,
): boolean {
  if (state === 'eraseOrdered' || state === 'revoked') return true;
  return state === 'prepared' && everythingIsHere && dayInKaltim(now) > session.to;
}
