import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { TextArea } from '../../shared/ui/TextArea.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { withdrawRecording } from './recordingApi.ts';
import { texts } from './texts.ts';
import { LEAST_REASON } from './VerdictForm.tsx';

/** A recording that holds somebody else's picture: said by whom it ought to show, and why. */
export function WithdrawPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const t = texts();
  const [entries, setEntries] = useState({ nik: '', name: '', reason: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<string>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const wrong = {
    nik: parseNik(digitsOf(entries.nik)).ok ? undefined : t.nikWrong,
    name: entries.name.trim() ? undefined : t.nameWrong,
    reason: entries.reason.trim().length >= LEAST_REASON ? undefined : t.reasonHint,
  };
  const errors = Object.entries(wrong).flatMap(([field, text]) => (tried && text ? [{ field, text }] : []));
  const field = (name: keyof typeof wrong) => ({
    name,
    value: entries[name],
    onValue: (value: string) => setEntries({ ...entries, [name]: value }),
    error: tried ? wrong[name] : undefined,
  });

  async function withdraw(): Promise<void> {
    setTried(true);
    setRefusal(undefined);
    if (Object.values(wrong).some(Boolean) || busy) return;
    setBusy(true);
    const answer = await withdrawRecording(session, { ...entries, nik: digitsOf(entries.nik) });
    setBusy(false);
    if (answer.ok) setDone(entries.name.trim());
    else setRefusal(answer.refusal);
  }
  if (done)
    return (
      <DeskPage title={t.withdrawTitle} onBack={() => route('/perekaman')}>
        <Notice tone="success" title={t.withdrawn(done)} live>
          <p>{t.withdrawnNext}</p>
        </Notice>
        <div class="row">
          <Button href="/perekaman">{t.begin}</Button>
          <Button kind="secondary" href="/tangguhkan">
            {t.holdIkd}
          </Button>
        </div>
      </DeskPage>
    );
  return (
    <DeskPage title={t.withdrawTitle} onBack={() => route('/perekaman')}>
      <p>{t.withdrawLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void withdraw()}>
        <NikField {...field('nik')} label={t.nik} hint={t.nikHint} />
        <Field
          {...field('name')}
          label={t.name}
          hint={t.nameHint}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={100}
        />
        <TextArea {...field('reason')} label={t.reason} hint={t.reasonHint} maxLength={500} />
        <div>
          <Button type="submit" kind="danger" busy={busy}>
            {t.withdraw}
          </Button>
        </div>
      </Form>
    </DeskPage>
  );
}
