import type { CardShown } from '@jatidiri/core/card/wire.ts';
import { digitsOf, parseNik } from '@jatidiri/core/registry/nik.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { findCard } from './cardsApi.ts';
import { texts } from './texts.ts';

/** The card of whoever stands there: handed over when it lies on the shelf, else where it is. */
export function FindCardForm({ onHandOver }: { readonly onHandOver: (card: CardShown) => void }) {
  const { session } = useDesk();
  const t = texts();
  const [nik, setNik] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [elsewhere, setElsewhere] = useState<CardShown>();

  async function find(): Promise<void> {
    const digits = digitsOf(nik);
    const good = parseNik(digits).ok;
    setWrong(!good);
    setRefusal(undefined);
    setElsewhere(undefined);
    if (!good || busy) return;
    setBusy(true);
    const found = await findCard(session, digits);
    setBusy(false);
    if (!found.ok) setRefusal(found.refusal);
    else if (found.value.state === 'printed') onHandOver(found.value);
    else setElsewhere(found.value);
  }
  return (
    <Form errors={wrong ? [{ field: 'cardOf', text: t.nikWrong }] : []} onSubmit={() => void find()}>
      <NikField
        name="cardOf"
        label={t.find}
        hint={t.findHint}
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
      {elsewhere && (
        <Notice title={elsewhere.state === 'ordered' ? t.foundOrdered : t.foundPrinting} live>
          <p>{elsewhere.name}</p>
        </Notice>
      )}
    </Form>
  );
}
