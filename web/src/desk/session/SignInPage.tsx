import type { Result } from '@jatidiri/core/kit/result.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { DemoOfficers } from './DemoOfficers.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import type { SignInRefusal } from './session.ts';
import { signInRefusalText, texts } from './texts.ts';

/** The door: a passkey, or on a new device the code that makes one. */
export function SignInPage({ because }: { because: ApiRefusal | undefined }) {
  const { session } = useDesk();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ code: string; detail: string }>();
  const t = texts();

  async function run(pass: () => Promise<Result<unknown, SignInRefusal>>): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const passed = await pass();
    setBusy(false);
    if (!passed.ok) setRefusal({ code: passed.refusal.code, detail: signInRefusalText(passed.refusal) });
  }
  const enrol = (code: string) => void run(() => session.enrol(code));

  return (
    <DeskPage title={t.title}>
      {because && !refusal && (
        <Notice tone="warning" title={t.endedTitle} live>
          <p>{because.detail}</p>
        </Notice>
      )}
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t.lead}</p>
      <div>
        <Button busy={busy} onClick={() => void run(session.signIn)}>
          {t.signIn}
        </Button>
      </div>
      {site.value?.demo && <DemoOfficers busy={busy} onCode={enrol} />}
      <EnrolForm busy={busy} onCode={enrol} />
    </DeskPage>
  );
}
