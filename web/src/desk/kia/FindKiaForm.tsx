import type { KiaCardShown } from '@jatidiri/core/kia/wire.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { findCard } from './kiaApi.ts';
import { texts } from './texts.ts';

/** The card of one child: of more than one looks through, a list shows the newest alone. */
export function FindKiaForm({ onFound }: { readonly onFound: (card: KiaCardShown) => void }) {
  const { session } = useDesk();
  const t = texts();
  const [nik, setNik] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function find(): Promise<void> {
    const digits = digitsOf(nik);
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    if (!good || busy) return;
    setBusy(true);
    const found = await findCard(session, digits);
    setBusy(false);
    if (!found.ok) return setRefusal(found.refusal);
    setNik('');
    onFound(found.value);
  }
  return (
    <Form errors={wrong ? [{ field: 'kiaOf', text: t.nikWrong }] : []} onSubmit={() => void find()}>
      <NikField
        name="kiaOf"
        label={t.find}
        hint={t.nikHint}
        error={wrong ? t.nikWrong : undefined}
        value={nik}
        onValue={setNik}
      />
      <div>
        <Button type="submit" kind="secondary" busy={busy}>
          {t.findNow}
        </Button>
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
    </Form>
  );
}
