import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { ErrorSummary, type FormError } from '../../shared/ui/ErrorSummary.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { ActivationSteps } from '../activate/ActivationSteps.tsx';
import { RefusalNotice, refusalText } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { checkEntries } from './checkEntries.ts';
import { texts } from './texts.ts';

const FIELDS = ['nik', 'name', 'email', 'phone'] as const;

/** NIK, name, e-mail and phone; each letter is kept as it is typed. */
export function FormPage() {
  const t = texts();
  const { application } = useWallet();
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const { nik = '', name = '', email = '', phone = '' } = application.draft.value ?? {};
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = checkEntries({ nik, name, email, phone }).map((field) => ({
      field,
      text: { nik: t.nikWrong, name: t.nameWrong, phone: t.phoneWrong }[field],
    }));
    setErrors(wrong);
    setRefusal(undefined);
    if (wrong.length > 0 || busy) return;
    setBusy(true);
    const answer = await application.submit();
    setBusy(false);
    if (answer.ok) return;
    const field = FIELDS.find((known) => known === answer.refusal.field);
    if (field) setErrors([{ field, text: refusalText(answer.refusal) }]);
    else setRefusal(answer.refusal);
  }

  return (
    <WalletPage title={t.formTitle} above={<ActivationSteps at={1} />}>
      <ErrorSummary errors={errors} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <p>{t.formLead}</p>
      <form class="stack" noValidate onSubmit={submit}>
        <Field
          name="nik"
          label={t.nik}
          hint={t.nikHint}
          error={errorOf('nik')}
          value={nik}
          onValue={(value) => application.enter({ nik: value })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={24}
          digits
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
        />
        <Button type="submit" busy={busy}>
          {t.submit}
        </Button>
      </form>
      <p class="soft">{t.kept}</p>
    </WalletPage>
  );
}
