import { useState } from 'preact/hooks';
import { formatDateTime, formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import type { KitAbout, KitOfficer } from './about.ts';
import { ClockNotice } from './ClockNotice.tsx';
import { KitPage } from './KitPage.tsx';
import type { Kit } from './kit.ts';
import type { UnlockCode } from './sealed/lock.ts';
import { texts } from './texts.ts';

/** Signing in without a network: the officer's passkey, or the passphrase, opens the kit itself. */
export function UnlockPage({ kit, about }: { kit: Kit; about: KitAbout }) {
  const [asked, setAsked] = useState<KitOfficer>();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ code: UnlockCode }>();
  const t = texts();

  async function unlock(officer: KitOfficer, passphrase?: string): Promise<void> {
    setBusy(true);
    setRefused(undefined);
    const unlocked = await kit.unlock(officer.id, passphrase);
    setBusy(false);
    if (!unlocked.ok) setRefused(unlocked.refusal);
  }
  async function choose(officer: KitOfficer): Promise<void> {
    if ((await kit.lockOf(officer.id)) === 'passphrase') return setAsked(officer);
    setAsked(undefined);
    await unlock(officer);
  }
  const { place, from, to } = about.session;
  return (
    <KitPage title={t.title} onBack={undefined}>
      <p class="desk-who">{t.where(place, formatDay(from), formatDay(to))}</p>
      <ClockNotice kit={kit} about={about} />
      {refused && <RefusalNotice refusal={{ code: refused.code, detail: t.unlockRefused[refused.code] }} />}
      <section class="stack-s" aria-labelledby="who">
        <h2 id="who">{t.who}</h2>
        {about.officers.map((officer) => (
          <Button
            key={officer.id}
            kind={asked && asked.id !== officer.id ? 'secondary' : 'primary'}
            busy={busy}
            onClick={() => void choose(officer)}
          >
            {t.unlockAs(officer.name)}
          </Button>
        ))}
      </section>
      {asked && (
        <OneFieldForm
          key={asked.id}
          name="passphrase"
          label={t.passphrase}
          hint={t.passphraseHint}
          action={t.unlock}
          missing={t.passphraseMissing}
          busy={busy}
          secret
          autoCapitalize="none"
          onText={(text) => void unlock(asked, text)}
        />
      )}
      <p class="soft">{t.until(formatDateTime(new Date(about.endsAt)))}</p>
    </KitPage>
  );
}
