import { useLocation } from 'preact-iso/router';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { texts as verifierTexts } from '../texts.ts';
import { listsSignedAt } from '../trust/model.ts';
import { VerifierPage } from '../VerifierPage.tsx';
import { useVerifier } from '../verifier.ts';
import { RootsCard } from './RootsCard.tsx';
import { LIST_AGE_DAYS, PROVISIONAL_ANSWERS } from './settings.ts';
import { texts } from './texts.ts';

export function SettingsPage() {
  const t = texts();
  const { route } = useLocation();
  const { settings, trust } = useVerifier();
  const kept = trust.kept.value;
  const signedAt = kept && listsSignedAt(kept);
  return (
    <VerifierPage title={t.title} onBack={() => route('/')}>
      <Choice
        name="maxListAge"
        label={t.maxAge}
        hint={t.maxAgeHint}
        options={LIST_AGE_DAYS.map((value) => ({ value, ...t.days[value] }))}
        value={settings.maxListAgeDays.value}
        onValue={settings.setMaxListAgeDays}
      />
      <Choice
        name="provisional"
        label={t.provisional}
        hint={t.provisionalHint}
        options={PROVISIONAL_ANSWERS.map((value) => ({ value, ...t.provisionalAnswers[value] }))}
        value={settings.provisional.value}
        onValue={settings.setProvisional}
      />
      <Card title={t.lists}>
        <p>{signedAt ? t.listsSigned(formatDateTime(signedAt)) : t.listsNone}</p>
        {trust.refusal.value && <p>{verifierTexts().notRenewed[trust.refusal.value]}</p>}
        <Button kind="secondary" busy={trust.busy.value} onClick={() => void trust.renew()}>
          {t.renew}
        </Button>
      </Card>
      {kept && <RootsCard kept={kept} />}
    </VerifierPage>
  );
}
