import { parseName } from '@jatidiri/core/activation/contact.ts';
import { AttestationReply, type EndingRequest } from '@jatidiri/core/activation/wire.ts';
import { ok, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

export const ENDING_REASONS = ['lost', 'released'] as const satisfies readonly EndingRequest['reason'][];

/** What the officer copies from the card, and why the IKD has to go. */
export interface EndingEntries {
  readonly nik: string;
  readonly name: string;
  readonly reason: EndingRequest['reason'] | undefined;
}

export type EndingField = keyof EndingEntries;

export const NO_ENTRIES: EndingEntries = { nik: '', name: '', reason: undefined };

/** The request, or the fields that the server would refuse in any case. */
export function checkEntries(entries: EndingEntries): Result<EndingRequest, readonly EndingField[]> {
  const nik = digitsOf(entries.nik);
  const name = entries.name.trim();
  const { reason } = entries;
  const wrong: EndingField[] = [];
  if (!parseNik(nik).ok) wrong.push('nik');
  if (!parseName(name).ok) wrong.push('name');
  if (!reason) wrong.push('reason');
  return reason && wrong.length === 0 ? ok({ nik, name, reason }) : refuse(wrong);
}

/** `ended`: an active IKD. `cancelled`: one that an officer had approved and that waited for its confirmation. */
export async function endIdentity(
  { call }: Session,
  body: EndingRequest,
): Promise<Result<AttestationReply['state'], ApiRefusal>> {
  const path = '/api/activation/endings';
  return call({ method: 'POST', path, body, parse: (reply) => v.parse(AttestationReply, reply).state });
}
