import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { Button } from '../shared/ui/Button.tsx';
import { LinkCards } from '../shared/ui/Card.tsx';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './desk.ts';
import { menuFor } from './menu.ts';
import { OutboxNotice } from './OutboxNotice.tsx';
import { WorkingNotice } from './outreach/WorkingNotice.tsx';
import { ClimbedNotice } from './requests/ClimbedNotice.tsx';
import { texts } from './texts.ts';

/** Who sits here, the one thing that they come for most, and everything else by what it is about. */
export function HomePage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { officer, may } = who;
  const t = texts();
  return (
    <DeskPage title={t.greeting(officer.name)} wide>
      <p class="desk-who">
        {t.roles[officer.role]} · {officer.office.name}
      </p>
      <OutboxNotice />
      <WorkingNotice />
      {officer.role === 'headOfOffice' && <ClimbedNotice />}
      {may.includes('activation.decide') && (
        <div class="stack-s">
          <Button href="/pindai">{t.scan}</Button>
          <p class="soft">{t.scanHint}</p>
        </div>
      )}
      {menuFor(may).map((group) => (
        <LinkCards key={group.id} {...group} />
      ))}
      <div>
        <Button kind="quiet" onClick={() => void session.signOut()}>
          {t.signOut}
        </Button>
      </div>
    </DeskPage>
  );
}
