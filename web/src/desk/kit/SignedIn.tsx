import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import { SignInPage } from '../session/SignInPage.tsx';
import { texts as deskTexts } from '../texts.ts';
import { KitPage } from './KitPage.tsx';

interface SignedInProps {
  /** Says why the server is needed here: stands above the sign-in. */
  readonly children: (who: SignedInOfficer) => ComponentChildren;
}

/** What a kit does with the server, it does in the name of an officer who is signed in there. */
export function SignedIn({ children }: SignedInProps) {
  const { session } = useDesk();
  const state = session.state.value;
  const t = deskTexts();
  const isUnreachable = state.kind === 'unreachable';
  // The page was opened in a village: it asks again by itself where there is a network.
  useEffect(() => {
    if (!isUnreachable) return;
    const resume = () => void session.resume();
    resume();
    addEventListener('online', resume);
    return () => removeEventListener('online', resume);
  }, [isUnreachable, session]);
  switch (state.kind) {
    case 'signedIn':
      return <>{children(state.who)}</>;
    case 'signedOut':
      return <SignInPage because={state.because} />;
    case 'opening':
      return (
        <KitPage title={t.opening}>
          <Busy />
        </KitPage>
      );
    case 'unreachable':
      return (
        <KitPage title={t.unreachable}>
          <Notice tone="warning" live>
            <p>{state.refusal.detail}</p>
          </Notice>
          <Button onClick={() => void session.resume()}>{t.again}</Button>
        </KitPage>
      );
  }
}
