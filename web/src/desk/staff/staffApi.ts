import type { Result } from '@jatidiri/core/kit/result.ts';
import { InvitationReply, type InvitationRequest, OfficerList } from '@jatidiri/core/office/wire.ts';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import type { Session } from '../session/session.ts';

type Answer<T> = Promise<Result<T, ApiRefusal>>;
export type StaffMember = OfficerList['officers'][number];

const invitation = (body: unknown) => v.parse(InvitationReply, body);

export async function listStaff({ call }: Session): Answer<OfficerList> {
  return call({ method: 'GET', path: '/api/office/officers', parse: (body) => v.parse(OfficerList, body) });
}

export async function inviteStaff({ call }: Session, body: InvitationRequest): Answer<InvitationReply> {
  return call({ method: 'POST', path: '/api/office/officers', body, parse: invitation });
}

export async function newDeviceCode({ call }: Session, officer: string): Answer<InvitationReply> {
  return call({ method: 'POST', path: `/api/office/officers/${officer}/invitations`, parse: invitation });
}

export async function setSuspended({ call }: Session, officer: string, suspended: boolean): Answer<null> {
  const path = `/api/office/officers/${officer}/suspension`;
  return call({ method: 'PUT', path, body: { suspended }, parse: () => null });
}
