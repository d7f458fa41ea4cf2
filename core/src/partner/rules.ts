import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { PartnerEvent, PartnerState } from './model.ts';
import type { PartnerRefusalCode } from './refusals.ts';

/** The state after an event; a refusal when this event cannot follow this state. */
export function afterEvent(
  state: PartnerState,
  event: PartnerEvent,
): Result<PartnerState, Refusal<PartnerRefusalCode>> {
  const next = successor(state, event);
  return next ? ok(next) : refuse({ code: 'partner/not-in-this-state' });
}

function successor(state: PartnerState, event: PartnerEvent): PartnerState | undefined {
  switch (event.kind) {
    case 'approved':
      return state.kind === 'applied' ? { kind: 'approved' } : undefined;
    case 'refused':
      return state.kind === 'applied' ? { kind: 'refused', reason: event.reason } : undefined;
    case 'memorandum-accepted':
      return state.kind === 'approved' ? { kind: 'memorandum' } : undefined;
    case 'agreement-accepted':
      // An active partner accepts the next agreement, with other terms or a later end.
      return state.kind === 'memorandum' || state.kind === 'active' ? { kind: 'active' } : undefined;
    case 'suspended':
      return canBeSuspended(state)
        ? { kind: 'suspended', reason: event.reason, from: state.kind }
        : undefined;
    case 'resumed':
      return state.kind === 'suspended' ? { kind: state.from } : undefined;
    case 'ended':
      return canBeSuspended(state) || state.kind === 'suspended'
        ? { kind: 'ended', reason: event.reason }
        : undefined;
  }
}

function canBeSuspended(
  state: PartnerState,
): state is Extract<PartnerState, { kind: 'approved' | 'memorandum' | 'active' }> {
  return state.kind === 'approved' || state.kind === 'memorandum' || state.kind === 'active';
}

/** The ministry may offer terms once the MoU is accepted, and new ones at any time after. */
export function mayBeOffered(state: PartnerState): boolean {
  return state.kind === 'memorandum' || state.kind === 'active';
}
