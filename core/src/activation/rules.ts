import { ok, type Refusal, type Result, refuse } from '../kit/result.ts';
import type { Activation, ActivationState, Command, Event } from './model.ts';
import type { ActivationRefusalCode } from './refusals.ts';

/** Seven days from the form to the officer; then two days from the officer to the confirmation. */
export const APPLICATION_LIFETIME_MS = 7 * 86_400_000;
export const CONFIRMATION_LIFETIME_MS = 2 * 86_400_000;

type Decision = Result<Event, Refusal<ActivationRefusalCode>>;

/** Decides whether a command is allowed in this state at this time, and what then happened. */
export function decide(activation: Activation, command: Command, now: Date): Decision {
  if (hasLapsed(activation, now) && command.kind !== 'expire') return refuse({ code: 'activation/expired' });
  switch (command.kind) {
    case 'takeSelfie':
      return allowIn(activation, ['dataVerified', 'awaitingOfficer'], {
        kind: 'selfieTaken',
        selfie: command.selfie,
        at: now,
      });
    case 'attest': {
      const expiresAt = new Date(now.getTime() + CONFIRMATION_LIFETIME_MS);
      const { officer, office, session } = command;
      return allowIn(activation, ['awaitingOfficer'], {
        kind: 'attested',
        officer,
        office,
        session,
        at: now,
        expiresAt,
      });
    }
    case 'refuse': {
      const { officer, office, reason } = command;
      if (activation.state === 'attested' && activation.office !== office) return otherOffice();
      return allowIn(activation, ['awaitingOfficer', 'attested'], {
        kind: 'refused',
        officer,
        office,
        reason,
        at: now,
      });
    }
    case 'confirmByMail':
    case 'confirmByPaper':
      if (activation.state !== 'attested') return notNow(activation);
      return ok({
        kind: 'activated',
        by: command.kind === 'confirmByMail' ? 'mail' : 'paper',
        officer: activation.officer,
        office: activation.office,
        session: activation.session,
        at: now,
      });
    case 'confirmOnDesk': {
      const { officer, office, session } = command;
      if (activation.state === 'attested' && activation.office !== office) return otherOffice();
      return allowIn(activation, ['awaitingOfficer', 'attested'], {
        kind: 'activated',
        by: 'desk',
        officer,
        office,
        // Who came to a session was served there, also when the mail failed and the office helped later.
        session: session ?? (activation.state === 'attested' ? activation.session : null),
        ...(command.attestedAt && { attestedAt: command.attestedAt }),
        at: now,
      });
    }
    case 'cancel':
      return allowIn(activation, ['dataVerified', 'awaitingOfficer', 'attested'], {
        kind: 'cancelled',
        at: now,
      });
    case 'expire':
      return hasLapsed(activation, now) ? ok({ kind: 'expired', at: now }) : notNow(activation);
    case 'suspend':
      // On hold already: from now on for this reason, which alone lifts it.
      return allowIn(activation, ['active', 'suspended'], { kind: 'suspended', at: now });
    case 'resume':
      return allowIn(activation, ['suspended'], { kind: 'resumed', at: now });
    case 'move':
      return allowIn(activation, ['active', 'suspended'], { kind: 'moved', device: command.device, at: now });
    case 'end':
      return allowIn(activation, ['active', 'suspended'], { kind: 'ended', reason: command.reason, at: now });
  }
}

/** What an activation is after an event that `decide` produced for it. */
export function apply(activation: Activation, event: Event): Activation {
  const { state: _, ...known } = activation;
  switch (event.kind) {
    case 'selfieTaken':
      return { ...common(activation), state: 'awaitingOfficer', selfie: event.selfie };
    case 'attested': {
      const { officer, office, session, at, expiresAt } = event;
      return {
        ...common(activation),
        state: 'attested',
        selfie: selfieOf(activation),
        officer,
        office,
        session,
        attestedAt: at,
        expiresAt,
      };
    }
    case 'refused': {
      const { officer, office, at, reason } = event;
      return {
        ...common(activation),
        state: 'refused',
        selfie: selfieOf(activation),
        officer,
        office,
        refusedAt: at,
        reason,
      };
    }
    case 'activated': {
      const { officer, office, session, at, by } = event;
      const attestedAt = activation.state === 'attested' ? activation.attestedAt : (event.attestedAt ?? at);
      return {
        ...common(activation),
        state: 'active',
        selfie: selfieOf(activation),
        officer,
        office,
        session,
        attestedAt,
        activatedAt: at,
        confirmedBy: by,
      };
    }
    case 'cancelled':
    case 'expired':
      return { ...common(activation), state: event.kind, selfie: 'selfie' in known ? known.selfie : null };
    case 'suspended':
      return { ...identity(activation), state: 'suspended', suspendedAt: event.at };
    case 'resumed':
      return { ...identity(activation), state: 'active' };
    case 'moved':
      return { ...identity(activation), device: event.device, sharedBy: null, state: 'active' };
    case 'ended':
      return { ...identity(activation), state: 'ended', endedAt: event.at, reason: event.reason };
  }
}

/** True when an application waited too long; an active identity never lapses. */
export function hasLapsed(activation: Activation, now: Date): boolean {
  const waits =
    activation.state === 'dataVerified' ||
    activation.state === 'awaitingOfficer' ||
    activation.state === 'attested';
  return waits && activation.expiresAt <= now;
}

function allowIn(activation: Activation, states: readonly ActivationState[], event: Event): Decision {
  return states.includes(activation.state) ? ok(event) : notNow(activation);
}

function notNow(activation: Activation): Decision {
  switch (activation.state) {
    case 'active':
      return refuse({ code: 'activation/already-active' });
    case 'suspended':
      return refuse({ code: 'activation/suspended' });
    case 'attested':
      return refuse({ code: 'activation/already-attested' });
    case 'refused':
      return refuse({ code: 'activation/already-refused' });
    case 'expired':
      return refuse({ code: 'activation/expired' });
    case 'cancelled':
      return refuse({ code: 'activation/cancelled' });
    case 'ended':
      return refuse({ code: 'activation/ended' });
    default:
      return refuse({ code: 'activation/selfie-missing' });
  }
}

const otherOffice = (): Decision => refuse({ code: 'activation/other-office' });

function common(activation: Activation) {
  const { id, resident, device, email, phone, sharedBy, helper, domicile, startedAt, expiresAt } = activation;
  return { id, resident, device, email, phone, sharedBy, helper, domicile, startedAt, expiresAt };
}

/** What an identity keeps through being held and ended. */
function identity(activation: Activation) {
  if (activation.state !== 'active' && activation.state !== 'suspended')
    throw new Error('only an identity that was activated can be held or end');
  const { officer, office, session, attestedAt, activatedAt, confirmedBy, selfie } = activation;
  return { ...common(activation), selfie, officer, office, session, attestedAt, activatedAt, confirmedBy };
}

function selfieOf(activation: Activation): string {
  if (!('selfie' in activation) || !activation.selfie) throw new Error('this state has no selfie');
  return activation.selfie;
}
