import { MatchReply } from '@jatidiri/core/matching/wire.ts';
import type { PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { TEST_RESIDENTS, type TestResident } from '@jatidiri/core/partner/testResidents.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { inFours } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { MatchAnswer } from './MatchAnswer.tsx';
import { texts } from './texts.ts';

/** Matching as it is, before a line of software is written: with invented people alone. */
export function SandboxPage({ partner }: { partner: PartnerOverview }) {
  const { change } = usePortal();
  const { route } = useLocation();
  const [purpose, setPurpose] = useState(partner.purposes[0]!.id);
  const [nik, setNik] = useState('');
  const [name, setName] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [answer, setAnswer] = useState<MatchReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const agreed = partner.purposes.find(({ id }) => id === purpose)?.attributes ?? [];
  const asksBirthDate = agreed.includes('birth_date');

  function fill(person: TestResident): void {
    setNik(person.nik);
    setName(person.name);
    setBirthDate(person.birthDate);
    setAnswer(undefined);
    document.getElementById(fieldId('name'))?.focus();
  }
  async function send(): Promise<void> {
    setBusy(true);
    setAnswer(undefined);
    setRefusal(undefined);
    const elements = { name, ...(asksBirthDate && birthDate !== '' ? { birth_date: birthDate } : {}) };
    const done = await change({
      method: 'POST',
      path: '/api/verification/sandbox-matches',
      body: { purpose, nik, elements },
      parse: (body) => v.parse(MatchReply, body),
    });
    setBusy(false);
    if (done.ok) setAnswer(done.value);
    else setRefusal(done.refusal);
  }

  return (
    <PortalPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      <Card title={t.match}>
        {refusal && <RefusalNotice refusal={refusal} />}
        <Form errors={[]} onSubmit={() => void send()}>
          <Choice
            name="purpose"
            label={t.purpose}
            options={partner.purposes.map(({ id, text }) => ({ value: id, label: text[lang.value] }))}
            value={purpose}
            onValue={setPurpose}
          />
          <NikField label={t.nik} value={nik} onValue={setNik} />
          <Field
            name="name"
            label={t.name}
            value={name}
            onValue={setName}
            autoComplete="off"
            maxLength={100}
          />
          {asksBirthDate && (
            <Field
              name="birthDate"
              label={t.birthDate}
              hint={t.birthDateHint}
              value={birthDate}
              onValue={setBirthDate}
              autoComplete="off"
              maxLength={20}
              optional
            />
          )}
          <div>
            <Button type="submit" busy={busy}>
              {t.send}
            </Button>
          </div>
        </Form>
        {answer && <MatchAnswer answer={answer} />}
      </Card>
      <Card title={t.people}>
        <ul class="lines">
          {TEST_RESIDENTS.map((person) => (
            <li key={person.nik}>
              <span class="lines-name">{person.name}</span>
              <span class="digits">{inFours(person.nik)}</span>
              <span class="soft">
                {person.birthDate} · {person.label[lang.value]}
              </span>
              <div>
                <Button kind="quiet" onClick={() => fill(person)}>
                  {t.use}
                  <span class="unseen"> {person.name}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </PortalPage>
  );
}
