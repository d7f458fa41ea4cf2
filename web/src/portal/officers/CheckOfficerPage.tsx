import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { texts } from './texts.ts';

/** For whoever has no wallet: the same check from the front door. Reading certificates takes much code: it comes now. */
export function CheckOfficerPage() {
  const t = texts();
  const [Check, setCheck] = useState<() => JSX.Element>();
  useEffect(() => {
    void import('./CheckWithTrust.tsx').then(({ CheckWithTrust }) => setCheck(() => CheckWithTrust));
  }, []);
  return (
    <Page title={t.checkTitle} onBack={() => location.assign('/')}>
      {Check ? <Check /> : <Busy />}
    </Page>
  );
}
