import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../../desk.ts';
import { KitPage } from '../KitPage.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { SignedIn } from '../SignedIn.tsx';
import { LockForm } from './LockForm.tsx';
import { admitOfficer, type PrepareRefusal } from './prepareKit.ts';
import { prepareRefusalText } from './refusalText.ts';
import { texts } from './texts.ts';

/** Each officer registers a key in their own name: nobody can sign as somebody else. */
export function AdmitPage() {
  return <SignedIn>{(who) => <Admitting who={who} />}</SignedIn>;
}

function Admitting({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { kit, open } = useOpenedKit();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<PrepareRefusal>();
  const t = texts();
  const known = open.about.officers.some(({ id }) => id === who.officer.id);
  const back = () => route('/lapangan/siap');
  if (known)
    return (
      <KitPage title={t.admitTitle} onBack={back}>
        <Notice tone="info">
          <p>{t.admitKnown(who.officer.name)}</p>
          <p>{t.admitSignIn}</p>
        </Notice>
        <Button onClick={() => void session.signOut()}>{t.admitOther}</Button>
      </KitPage>
    );
  return (
    <KitPage title={`${t.admitTitle}: ${who.officer.name}`} onBack={back}>
      {refused && <RefusalNotice refusal={{ code: refused.code, detail: prepareRefusalText(refused) }} />}
      <LockForm
        busy={busy}
        onChoice={async (choice) => {
          setBusy(true);
          setRefused(undefined);
          const admitted = await admitOfficer({ kit, session }, who, open.shared, choice);
          setBusy(false);
          if (!admitted.ok) setRefused(admitted.refusal);
        }}
      />
    </KitPage>
  );
}
