import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

type Wrong = readonly ('nik' | 'name')[];

export function ProofForm() {
  const t = texts();
  const { recovery } = useWallet();
  const [nik, setNik] = useState('');
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<Wrong>([]);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [busy, setBusy] = useState(false);
  const errors = wrong.map((field) => ({ field, text: t.wrong[field] }));
  const errorOf = (field: Wrong[number]) => (wrong.includes(field) ? t.wrong[field] : undefined);

  async function submit(): Promise<void> {
    if (busy) return;
    const incomplete: ('nik' | 'name')[] = [];
    if (!parseNik(digitsOf(nik)).ok) incomplete.push('nik');
    if (!/\p{L}/u.test(name)) incomplete.push('name');
    setWrong(incomplete);
    setRefusal(undefined);
    if (incomplete.length > 0) return;
    setBusy(true);
    const answer = await recovery.begin(nik, name);
    setBusy(false);
    if (!answer.ok) setRefusal(answer.refusal);
  }
  return (
    <>
      <p>{t.proofLead}</p>
      <ol class="wallet-list">
        {t.proofSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={errors} onSubmit={() => void submit()}>
        <NikField label={t.nik} hint={t.nikHint} error={errorOf('nik')} value={nik} onValue={setNik} />
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={name}
          onValue={setName}
          autoComplete="name"
          autoCapitalize="characters"
          maxLength={200}
        />
        <Button type="submit" busy={busy}>
          {t.sendCode}
        </Button>
      </Form>
      <p class="soft">{t.officerAnywhere}</p>
    </>
  );
}
