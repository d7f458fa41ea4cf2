import { type CardKind, SPOILED_REASONS, type SpoiledReason } from '@jatidiri/core/card/model.ts';
import type { ReceiveRequest, SpoilBlanksRequest } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import { newUuid } from '../../shared/newUuid.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { texts } from './texts.ts';

interface ReceiveFormProps {
  readonly card: CardKind;
  readonly busy: boolean;
  /** True when it was taken. */
  readonly onReceive: (body: ReceiveRequest) => Promise<boolean>;
}

const isQuantity = (text: string) => /^\d{1,5}$/.test(text.trim()) && Number(text) > 0;

export function ReceiveForm({ card, busy, onReceive }: ReceiveFormProps) {
  const t = texts();
  const empty = () => ({ id: newUuid(), quantity: '', note: '', on: '' });
  const [entries, setEntries] = useState(empty);
  const [tried, setTried] = useState(false);
  const wrong = {
    quantity: isQuantity(entries.quantity) ? undefined : t.quantityWrong,
    note: entries.note.trim() ? undefined : t.noteWrong,
    on: entries.on ? undefined : t.onWrong,
  };
  const field = (name: keyof typeof wrong) => ({
    name,
    value: entries[name],
    onValue: (value: string) => setEntries({ ...entries, [name]: value }),
    error: tried ? wrong[name] : undefined,
    autoComplete: 'off',
  });
  async function send(): Promise<void> {
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    if (!(await onReceive({ ...entries, card, quantity: Number(entries.quantity) }))) return;
    setEntries(empty());
    setTried(false);
  }
  const errors = Object.entries(wrong).flatMap(([name, text]) =>
    tried && text ? [{ field: name, text }] : [],
  );
  return (
    <Card title={t.receiveTitle}>
      <Form errors={errors} onSubmit={() => void send()}>
        <Field {...field('quantity')} label={t.quantity} inputMode="numeric" />
        <Field {...field('note')} label={t.note} maxLength={60} />
        <Field {...field('on')} label={t.on} type="date" />
        <div>
          <Button type="submit" busy={busy}>
            {t.receive}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

interface SpoilBlanksFormProps {
  readonly card: CardKind;
  readonly busy: boolean;
  /** True when it was taken. */
  readonly onSpoil: (body: SpoilBlanksRequest) => Promise<boolean>;
}

/** Data become old on printed cards alone. */
const REASONS = SPOILED_REASONS.filter((reason) => reason !== 'outOfDate');

export function SpoilBlanksForm({ card, busy, onSpoil }: SpoilBlanksFormProps) {
  const t = texts();
  const [id, setId] = useState(newUuid);
  const [quantity, setQuantity] = useState('');
  const [reason, setReason] = useState<SpoiledReason>('printerFault');
  const [wrong, setWrong] = useState(false);

  async function send(): Promise<void> {
    setWrong(!isQuantity(quantity));
    if (!isQuantity(quantity) || !(await onSpoil({ id, card, quantity: Number(quantity), reason }))) return;
    setId(newUuid());
    setQuantity('');
  }
  return (
    <Card title={t.spoilBlanksTitle}>
      <Form
        errors={wrong ? [{ field: 'spoiledQuantity', text: t.quantityWrong }] : []}
        onSubmit={() => void send()}
      >
        <Field
          name="spoiledQuantity"
          label={t.quantity}
          error={wrong ? t.quantityWrong : undefined}
          value={quantity}
          onValue={setQuantity}
          inputMode="numeric"
          autoComplete="off"
        />
        <Select
          name="spoiledReason"
          label={t.spoilWhy}
          value={reason}
          options={REASONS.map((value) => [value, t.spoiled[value]] as const)}
          onValue={(value) => setReason(value as SpoiledReason)}
        />
        <div>
          <Button type="submit" kind="danger" busy={busy}>
            {t.spoilBlanks}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
