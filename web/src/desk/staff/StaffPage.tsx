import type { Result } from '@jatidiri/core/kit/result.ts';
import type { InvitationReply, SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { texts as deskTexts } from '../texts.ts';
import { InvitationCode } from './InvitationCode.tsx';
import { InviteForm } from './InviteForm.tsx';
import { StaffList } from './StaffList.tsx';
import { inviteStaff, listStaff, newDeviceCode, type StaffMember, setSuspended } from './staffApi.ts';
import { texts } from './texts.ts';

interface Issued {
  readonly name: string;
  readonly invitation: InvitationReply;
}

/** The officers of the own office: who may serve here, and with which device they come in. */
export function StaffPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [staff, setStaff] = useState<readonly StaffMember[]>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [issued, setIssued] = useState<Issued>();
  const [busy, setBusy] = useState(false);
  const t = texts();

  async function load(): Promise<void> {
    const list = await listStaff(session);
    if (list.ok) setStaff(list.value.officers);
    else setRefusal(list.refusal);
  }
  useEffect(() => void load(), []);

  async function run<T>(change: Promise<Result<T, ApiRefusal>>): Promise<T | undefined> {
    setBusy(true);
    setRefusal(undefined);
    const done = await change;
    setBusy(false);
    if (!done.ok) {
      setRefusal(done.refusal);
      return undefined;
    }
    await load();
    return done.value;
  }
  async function issue(name: string, request: Promise<Result<InvitationReply, ApiRefusal>>): Promise<void> {
    const invitation = await run(request);
    if (invitation) setIssued({ name, invitation });
  }

  return (
    <DeskPage title={deskTexts().staff} onBack={() => route('/')}>
      <p class="desk-who">{who.officer.office.name}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {issued && <InvitationCode {...issued} onClose={() => setIssued(undefined)} />}
      {!staff && !refusal && <Busy label={t.loading} />}
      {staff && (
        <StaffList
          staff={staff}
          who={who}
          busy={busy}
          onNewCode={({ id, name }) => void issue(name, newDeviceCode(session, id))}
          onSuspend={({ id }, suspended) => void run(setSuspended(session, id, suspended))}
        />
      )}
      {who.may.includes('officer.invite') && (
        <InviteForm busy={busy} onInvite={(request) => issue(request.name, inviteStaff(session, request))} />
      )}
    </DeskPage>
  );
}
