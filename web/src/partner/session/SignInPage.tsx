import type { Result } from '@jatidiri/core/kit/result.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { passkeyWords } from '../../shared/passkeyWords.ts';
import { site } from '../../shared/site.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { DemoInstitutionsCard } from './DemoInstitutionsCard.tsx';
import { NewPersonForm } from './NewPersonForm.tsx';
import type { SignInRefusal } from './session.ts';
import { texts } from './texts.ts';

/** The door: a passkey, or a name and an address for somebody new. */
export function SignInPage({ because }: { because: ApiRefusal | undefined }) {
  const { session } = usePortal();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ code: string; detail: string }>();
  const t = texts();

  async function run(pass: () => Promise<Result<unknown, SignInRefusal>>): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const passed = await pass();
    setBusy(false);
    if (!passed.ok) setRefusal({ code: passed.refusal.code, detail: textOf(passed.refusal) });
  }

  return (
    <PortalPage title={t.title}>
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
      {site.value?.demo && (
        <DemoInstitutionsCard
          busy={busy}
          onCode={(code) => void run(() => session.enrol({ ...t.demoPerson, code }))}
        />
      )}
      <NewPersonForm busy={busy} onPerson={(person) => void run(() => session.enrol(person))} />
    </PortalPage>
  );
}

/** In the person's language: what the browser said about the passkey, or the server's own words. */
function textOf(refusal: SignInRefusal): string {
  return 'detail' in refusal ? refusal.detail : passkeyWords()[refusal.code];
}
