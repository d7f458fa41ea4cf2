import { SPOILED_REASONS, type SpoiledReason } from '@jatidiri/core/card/model.ts';
import type { CardShown, SpoilCardsRequest } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Checks } from '../../shared/ui/Checks.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { texts } from './texts.ts';

interface SpoilCardsFormProps {
  readonly printed: readonly CardShown[];
  readonly busy: boolean;
  readonly onSpoil: (body: SpoilCardsRequest) => void;
  readonly onBack: () => void;
}

/** A whole stack of printed cards that nobody will get. */
export function SpoilCardsForm({ printed, busy, onSpoil, onBack }: SpoilCardsFormProps) {
  const t = texts();
  const [cards, setCards] = useState<readonly string[]>([]);
  const [reason, setReason] = useState<SpoiledReason>('wet');
  const [wrong, setWrong] = useState(false);

  function spoil(): void {
    setWrong(cards.length === 0);
    if (cards.length > 0) onSpoil({ cards, reason });
  }
  return (
    <Form errors={wrong ? [{ field: 'spoiledCards', text: t.spoilWhichWrong }] : []} onSubmit={spoil}>
      <p class="soft">{t.spoilSeveralLead}</p>
      <Checks
        name="spoiledCards"
        label={t.spoilWhich}
        error={wrong ? t.spoilWhichWrong : undefined}
        options={printed.map(({ id, name, nik }) => ({ value: id, label: name, hint: inFours(nik) }))}
        values={cards}
        onValues={setCards}
      />
      <div>
        <Button kind="quiet" onClick={() => setCards(printed.map(({ id }) => id))}>
          {t.spoilAll}
        </Button>
      </div>
      <Select
        name="spoiledReason"
        label={t.spoilWhy}
        value={reason}
        options={SPOILED_REASONS.map((value) => [value, t.spoiled[value]] as const)}
        onValue={(value) => setReason(value as SpoiledReason)}
      />
      <div class="row">
        <Button type="submit" kind="danger" busy={busy}>
          {t.spoilNow}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {t.back}
        </Button>
      </div>
    </Form>
  );
}
