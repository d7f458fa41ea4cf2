import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { texts } from './texts.ts';

interface FindPageProps {
  /** Why somebody who was asked for on another page is not shown. */
  readonly because?: ApiRefusal | undefined;
  readonly onFind: (nik: string) => Promise<ApiRefusal | undefined>;
  readonly onBack: () => void;
}

/** Whose family it is about, by the NIK of anybody in it. */
export function FindPage({ because, onFind, onBack }: FindPageProps) {
  const t = texts();
  const [nik, setNik] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const shown = refusal ?? because;

  async function find(): Promise<void> {
    const digits = digitsOf(nik);
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    if (!good || busy) return;
    setBusy(true);
    setRefusal(await onFind(digits));
    setBusy(false);
  }
  return (
    <DeskPage title={t.title} onBack={onBack}>
      <p class="soft">{t.lead}</p>
      {shown && <RefusalNotice refusal={shown} />}
      <Form errors={wrong ? [{ field: 'nik', text: t.nikWrong }] : []} onSubmit={() => void find()}>
        <NikField
          label={t.nik}
          hint={t.nikHint}
          error={wrong ? t.nikWrong : undefined}
          value={nik}
          onValue={setNik}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t.find}
          </Button>
        </div>
      </Form>
    </DeskPage>
  );
}
