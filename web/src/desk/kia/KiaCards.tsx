import type { KiaCardShown, KiaCardStepRequest } from '@jatidiri/core/kia/wire.ts';
import { useState } from 'preact/hooks';
import { inFours } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { FindKiaForm } from './FindKiaForm.tsx';
import { texts } from './texts.ts';

interface KiaCardsProps {
  readonly cards: readonly KiaCardShown[];
  readonly busy: boolean;
  readonly onStep: (card: KiaCardShown, step: KiaCardStepRequest) => void;
  /** None came out of the printer: the same card once more. */
  readonly onPrintAgain: (card: KiaCardShown) => void;
}

/** Cards in the printer, each to be accounted for, and cards that wait for a guardian. */
export function KiaCards({ cards, busy, onStep, onPrintAgain }: KiaCardsProps) {
  const t = texts();
  const [found, setFound] = useState<KiaCardShown>();
  const known = found ? [found, ...cards.filter(({ id }) => id !== found.id)] : cards;
  const inState = (wanted: KiaCardShown['state']) => known.filter(({ state }) => state === wanted);
  const [printing, printed] = [inState('printing'), inState('printed')];
  function step(card: KiaCardShown, to: KiaCardStepRequest): void {
    setFound(undefined);
    onStep(card, to);
  }
  return (
    <>
      {printing.length > 0 && (
        <Card title={t.inPrinter}>
          <p>{t.inPrinterLead}</p>
          <ul class="kia-cards">
            {printing.map((card) => (
              <li key={card.id}>
                <Whose card={card} />
                <div class="row">
                  <Button kind="secondary" busy={busy} onClick={() => step(card, { to: 'printed' })}>
                    {t.cameOut}
                  </Button>
                  <Button
                    kind="quiet"
                    busy={busy}
                    onClick={() => step(card, { to: 'spoiled', reason: 'printerFault' })}
                  >
                    {t.cameOutSpoiled}
                  </Button>
                  <Button kind="quiet" busy={busy} onClick={() => step(card, { to: 'notPrinted' })}>
                    {t.didNotComeOut}
                  </Button>
                  <Button kind="quiet" busy={busy} onClick={() => onPrintAgain(card)}>
                    {t.printAgain}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {printed.length > 0 && (
        <Card title={t.waiting}>
          <FindKiaForm onFound={setFound} />
          <ul class="kia-cards">
            {printed.map((card) => (
              <li key={card.id}>
                <Whose card={card} />
                <div class="row">
                  <Button kind="secondary" busy={busy} onClick={() => step(card, { to: 'handedOver' })}>
                    {t.handOver}
                  </Button>
                  <Button
                    kind="quiet"
                    busy={busy}
                    onClick={() => step(card, { to: 'spoiled', reason: 'damaged' })}
                  >
                    {t.spoiled}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Whose({ card }: { readonly card: KiaCardShown }) {
  return (
    <span>
      <strong>{card.name}</strong> <span class="digits">{inFours(card.nik)}</span>
      <span class="soft"> · {card.kelurahanDesa}</span>
    </span>
  );
}
