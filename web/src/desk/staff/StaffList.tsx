import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { texts as deskTexts } from '../texts.ts';
import type { StaffMember } from './staffApi.ts';
import { texts } from './texts.ts';

interface StaffListProps {
  readonly staff: readonly StaffMember[];
  readonly who: SignedInOfficer;
  readonly busy: boolean;
  readonly onNewCode: (member: StaffMember) => void;
  readonly onSuspend: (member: StaffMember, suspended: boolean) => void;
}

export function StaffList({ staff, who, busy, onNewCode, onSuspend }: StaffListProps) {
  const [leaving, setLeaving] = useState<StaffMember>();
  const t = texts();
  const manages = who.may.includes('officer.suspend');

  function suspendNow(): void {
    if (leaving) onSuspend(leaving, true);
    setLeaving(undefined);
  }
  return (
    <>
      <ul class="staff">
        {staff.map((member) => (
          <li key={member.id} class="staff-member">
            <div>
              <p class="staff-name">
                {member.name}
                {member.id === who.officer.id && <span class="soft"> ({t.you})</span>}
              </p>
              <p class="soft">
                {deskTexts().roles[member.role]} · {t.states[member.state]}
              </p>
            </div>
            {manages && (
              <div class="row">
                {member.state !== 'suspended' && (
                  <Act label={t.newCode} member={member} busy={busy} onPress={onNewCode} />
                )}
                {member.state !== 'suspended' && member.id !== who.officer.id && (
                  <Act label={t.suspend} member={member} busy={busy} onPress={setLeaving} />
                )}
                {member.state === 'suspended' && (
                  <Act
                    label={t.reinstate}
                    member={member}
                    busy={busy}
                    onPress={() => onSuspend(member, false)}
                  />
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Dialog
        open={leaving !== undefined}
        title={t.suspendTitle(leaving?.name ?? '')}
        onClose={() => setLeaving(undefined)}
      >
        <p>{t.suspendText}</p>
        <div class="row">
          <Button kind="danger" onClick={suspendNow}>
            {t.suspendNow}
          </Button>
          <Button kind="quiet" onClick={() => setLeaving(undefined)}>
            {t.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

interface ActProps {
  readonly label: string;
  readonly member: StaffMember;
  readonly busy: boolean;
  readonly onPress: (member: StaffMember) => void;
}

/** The same words stand in every row: a screen reader hears whom they are about. */
function Act({ label, member, busy, onPress }: ActProps) {
  return (
    <Button kind="quiet" disabled={busy} onClick={() => onPress(member)}>
      {label}
      <span class="unseen"> {member.name}</span>
    </Button>
  );
}
