import { useEffect, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { isNetwork } from '../../shared/ui/RefusalNotice.tsx';
import { line } from '../../shared/untilAnswered.ts';
import { ActivationSteps } from '../activate/ActivationSteps.tsx';
import { online } from '../online.ts';
import { RefusalNotice, refusalText } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { checkEntries } from './checkEntries.ts';
import { newDraft } from './draft.ts';
import { HelperFields } from './HelperFields.tsx';
import { texts } from './texts.ts';

const FIELDS = ['nik', 'name', 'email', 'phone', 'helperNik', 'helperName'] as const;

/** Told to who gave NIK and name rightly: their identity is on another handset, from which it can come. */
const ELSEWHERE = new Set(['activation/active-on-other-handset', 'activation/suspended-on-other-handset']);

/** A field and what the server has against it; without a refusal we saw it ourselves. */
interface Wrong {
  readonly field: (typeof FIELDS)[number];
  readonly refusal?: ApiRefusal;
}

/** NIK, name, e-mail and phone; each letter is kept as it is typed. */
export function FormPage() {
  const t = texts();
  const { application, recovery, field: handover } = useWallet();
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const entries = application.draft.value ?? newDraft();
  const { nik, name, email, phone } = entries;
  const errors = wrong.map((one) => ({
    field: one.field,
    text: one.refusal ? refusalText(one.refusal) : t.wrong[one.field],
  }));
  const offline = !online.value || line.value === 'lost';
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  function isComplete(): boolean {
    const incomplete = checkEntries(entries);
    setWrong(incomplete.map((field) => ({ field })));
    setRefusal(undefined);
    return incomplete.length === 0;
  }
  async function submit(): Promise<void> {
    if (busy || !isComplete()) return;
    setBusy(true);
    const answer = await application.submit();
    setBusy(false);
    // A network that does not answer leads here only when the person went elsewhere or entered something else.
    if (answer.ok || isNetwork(answer.refusal)) return;
    const field = FIELDS.find((known) => known === answer.refusal.field);
    if (field) setWrong([{ field, refusal: answer.refusal }]);
    else setRefusal(answer.refusal);
  }
  // Sent before, and never answered: no second press needed
  useEffect(() => {
    if (application.draft.value?.pending) void submit();
    return application.pause;
  }, []);

  return (
    <WalletPage title={t.formTitle} above={<ActivationSteps at={1} />}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {refusal && ELSEWHERE.has(refusal.code) && (
        <Button kind="secondary" onClick={() => recovery.choose('choice')}>
          {t.fromOther}
        </Button>
      )}
      <p>{t.formLead}</p>
      <Form errors={errors} onSubmit={() => void submit()}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={errorOf('nik')}
          value={nik}
          onValue={(value) => application.enter({ nik: value })}
        />
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={name}
          onValue={(value) => application.enter({ name: value })}
          autoComplete="name"
          autoCapitalize="characters"
          maxLength={200}
        />
        <Field
          name="email"
          label={t.email}
          hint={errorOf('email') ? '' : t.emailHint}
          error={errorOf('email')}
          value={email}
          onValue={(value) => application.enter({ email: value })}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          maxLength={200}
          optional
        />
        <Field
          name="phone"
          label={t.phone}
          hint={t.phoneHint}
          error={errorOf('phone')}
          value={phone}
          onValue={(value) => application.enter({ phone: value })}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          maxLength={30}
          optional
        />
        <HelperFields entries={entries} errorOf={errorOf} />
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
        {offline && (
          <Button kind="secondary" onClick={() => isComplete() && void handover.begin()}>
            {t.handOver}
          </Button>
        )}
      </Form>
      <p class="soft">{t.kept}</p>
    </WalletPage>
  );
}
