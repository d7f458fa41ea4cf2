import type { CardShown, SpoilCardsRequest } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { FindCardForm } from './FindCardForm.tsx';
import { SpoilCardsForm } from './SpoilCardsForm.tsx';
import { texts } from './texts.ts';

interface PrintedCardsProps {
  readonly printed: readonly CardShown[];
  readonly waiting: number;
  readonly busy: boolean;
  readonly onHandOver: (card: CardShown) => void;
  /** True when they were taken off the shelf. */
  readonly onSpoil: (body: SpoilCardsRequest) => Promise<boolean>;
}

/** A list that one looks through; of more, one asks for a NIK. */
const AT_FIRST = 10;

/** Cards that wait for their owners: found by NIK, handed over one by one, or taken off the shelf together. */
export function PrintedCards({ printed, waiting, busy, onHandOver, onSpoil }: PrintedCardsProps) {
  const t = texts();
  const [spoiling, setSpoiling] = useState(false);
  const [all, setAll] = useState(false);
  const shown = all ? printed : printed.slice(0, AT_FIRST);
  if (spoiling)
    return (
      <Card title={t.printedTitle}>
        <SpoilCardsForm
          printed={printed}
          busy={busy}
          onSpoil={async (body) => (await onSpoil(body)) && setSpoiling(false)}
          onBack={() => setSpoiling(false)}
        />
      </Card>
    );
  return (
    <Card title={t.printedTitle}>
      {printed.length === 0 && <p>{t.nonePrinted}</p>}
      <FindCardForm onHandOver={onHandOver} />
      <ul class="cards-list">
        {shown.map((card) => (
          <li key={card.id}>
            <span>
              <strong>{card.name}</strong> <span class="digits">{inFours(card.nik)}</span>
              <span class="soft"> · {card.kelurahanDesa}</span>
            </span>
            <Button kind="secondary" onClick={() => onHandOver(card)}>
              {t.handOver}
            </Button>
          </li>
        ))}
      </ul>
      {shown.length < printed.length && (
        <div>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {t.showAll(printed.length - shown.length)}
          </Button>
        </div>
      )}
      {all && waiting > printed.length && <p class="soft">{t.notShown(waiting - printed.length)}</p>}
      {printed.length > 1 && (
        <div>
          <Button kind="quiet" onClick={() => setSpoiling(true)}>
            {t.spoilSeveral}
          </Button>
        </div>
      )}
    </Card>
  );
}
