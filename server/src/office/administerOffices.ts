import { ok, type Refusal, type Result, refuse } from '@jatidiri/core/kit/result.ts';
import type { Office, Officer } from '@jatidiri/core/office/model.ts';
import type { OfficeRefusalCode } from '@jatidiri/core/office/refusals.ts';
import type { InvitationReply } from '@jatidiri/core/office/wire.ts';
import type { WilayahCode } from '@jatidiri/core/wilayah/model.ts';
import { addOffice } from './addOffice.ts';
import type { OfficeDeps } from './deps.ts';
import { inviteAgain, inviteOfficer } from './inviteOfficer.ts';
import { allOffices, findOffice, officersOf } from './officerStore.ts';
import { suspendOfficer } from './suspendOfficer.ts';

type Answer<T> = Promise<Result<T, Refusal<OfficeRefusalCode>>>;

/** What whoever runs the installation does without a desk: the first office, its first head, and help for the locked out. */
export function administerOffices(deps: Pick<OfficeDeps, 'database' | 'now' | 'newId'>, task: string) {
  const by = { kind: 'command', task } as const;
  const { read } = deps.database;
  return {
    addOffice: (name: string, wilayah: WilayahCode): Promise<Office> => addOffice(deps, by, name, wilayah),
    async invite(office: string, officer: Pick<Officer, 'name' | 'role'>): Answer<InvitationReply> {
      const known = await findOffice(read, office);
      if (!known) return refuse({ code: 'office/unknown-office' });
      return ok(await inviteOfficer(deps, by, known, officer));
    },
    inviteAgain: (officer: string): Answer<InvitationReply> => inviteAgain(deps, by, officer),
    setSuspended: (officer: string, suspended: boolean): Answer<null> =>
      suspendOfficer(deps, by, officer, suspended),
    async list(): Promise<{ office: Office; officers: Officer[] }[]> {
      const offices = await allOffices(read);
      return Promise.all(
        offices.map(async (office) => ({ office, officers: await officersOf(read, office.id) })),
      );
    },
  };
}
