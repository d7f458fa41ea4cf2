import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { beginCapture } from './recordingApi.ts';
import { texts } from './texts.ts';

/** Who stands there. Whoever was begun before is gone on with. */
export function BeginForm({ onBegun }: { readonly onBegun: (id: string) => void }) {
  const { session } = useDesk();
  const t = texts();
  const [entries, setEntries] = useState({ id: newUuid(), nik: '', name: '' });
  const [wrong, setWrong] = useState<readonly ('nik' | 'name')[]>([]);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const said = { nik: t.nikWrong, name: t.nameWrong };
  const errorOf = (field: 'nik' | 'name') => (wrong.includes(field) ? said[field] : undefined);

  async function begin(): Promise<void> {
    const nik = digitsOf(entries.nik);
    const missing = [
      ...(parseNik(nik).ok ? [] : ['nik' as const]),
      ...(entries.name.trim() ? [] : ['name' as const]),
    ];
    setWrong(missing);
    setRefusal(undefined);
    if (missing.length > 0 || busy) return;
    setBusy(true);
    const begun = await beginCapture(session, { ...entries, nik });
    setBusy(false);
    if (begun.ok) onBegun(begun.value.id);
    else setRefusal(begun.refusal);
  }
  return (
    <Card title={t.begin}>
      <p class="soft">{t.beginLead}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Form errors={wrong.map((field) => ({ field, text: said[field] }))} onSubmit={() => void begin()}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={errorOf('nik')}
          value={entries.nik}
          onValue={(nik) => setEntries({ ...entries, nik })}
        />
        <Field
          name="name"
          label={t.name}
          hint={t.nameHint}
          error={errorOf('name')}
          value={entries.name}
          onValue={(name) => setEntries({ ...entries, name })}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={100}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t.begin}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
