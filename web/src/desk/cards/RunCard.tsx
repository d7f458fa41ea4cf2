import { PRINT_OUTCOMES, type PrintOutcome } from '@jatidiri/core/card/model.ts';
import type { CardsReply } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { saveFile } from '../../shared/saveFile.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { useDesk } from '../desk.ts';
import { accountFor, runPdf } from './cardsApi.ts';
import { texts } from './texts.ts';

interface RunCardProps {
  readonly run: CardsReply['runs'][number];
  readonly onChanged: () => void;
}

/** Cards that lie in one printer: sent once, and then each accounted for. */
export function RunCard({ run, onChanged }: RunCardProps) {
  const { session } = useDesk();
  const t = texts();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, PrintOutcome>>(new Map());
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const sent = run.cards.some((card) => card.sent > 0);

  async function print(again: boolean): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    setAsked(false);
    const pdf = await runPdf(session, run.id, again);
    setBusy(false);
    if (!pdf.ok) return setRefusal(pdf.refusal);
    saveFile(pdf.value, `ktp-el-${run.id.slice(-8)}.pdf`);
    onChanged();
  }
  async function keep(all: ReadonlyMap<string, PrintOutcome>): Promise<void> {
    setBusy(true);
    setRefusal(undefined);
    const kept = await accountFor(session, run.id, all);
    setBusy(false);
    if (!kept.ok) return setRefusal(kept.refusal);
    setOutcomes(new Map());
    onChanged();
  }
  const choose = (id: string, outcome: string) => {
    const next = new Map(outcomes);
    if (outcome === '') next.delete(id);
    else next.set(id, outcome as PrintOutcome);
    setOutcomes(next);
  };
  const possible = PRINT_OUTCOMES.filter((outcome) => sent || outcome === 'notPrinted');
  const unsaid = run.cards.filter(({ id }) => !outcomes.has(id));
  const chooseForRest = (outcome: PrintOutcome) =>
    setOutcomes(new Map([...outcomes, ...unsaid.map(({ id }) => [id, outcome] as const)]));
  return (
    <Card title={t.runTitle(run.cards.length)}>
      <p class="soft">{t.runSince(formatDateTime(new Date(run.begunAt)))}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {sent ? (
        <p>{t.sentLead}</p>
      ) : (
        <div>
          <Button busy={busy} onClick={() => void print(false)}>
            {t.print}
          </Button>
        </div>
      )}
      <ul class="cards-list">
        {run.cards.map((card) => (
          <li key={card.id}>
            <span>
              <strong>{card.name}</strong>
              <span class="soft">
                {' '}
                · {card.kelurahanDesa} · {t.reasons[card.reason]}
              </span>
            </span>
            <Select
              name={`outcome-${card.id}`}
              label={card.name}
              value={outcomes.get(card.id) ?? ''}
              options={[
                ['', t.noOutcome],
                ...possible.map((outcome) => [outcome, t.outcomes[outcome]] as const),
              ]}
              onValue={(outcome) => choose(card.id, outcome)}
            />
          </li>
        ))}
      </ul>
      {unsaid.length > 1 && (
        <div class="cards-rest">
          <span class="soft">{t.rest(unsaid.length, outcomes.size > 0)}</span>
          {possible.map((outcome) => (
            <Button key={outcome} kind="quiet" onClick={() => chooseForRest(outcome)}>
              {t.outcomes[outcome]}
            </Button>
          ))}
        </div>
      )}
      <div class="row">
        <Button
          kind="secondary"
          busy={busy}
          disabled={outcomes.size === 0}
          onClick={() => void keep(outcomes)}
        >
          {t.keep}
        </Button>
        {sent && (
          <Button kind="quiet" onClick={() => setAsked(true)}>
            {t.printAgain}
          </Button>
        )}
      </div>
      <Dialog open={asked} title={t.printAgain} onClose={() => setAsked(false)}>
        <p>{t.printAgainSure}</p>
        <div class="row">
          <Button kind="danger" onClick={() => void print(true)}>
            {t.printAgainYes}
          </Button>
          <Button kind="quiet" onClick={() => setAsked(false)}>
            {t.back}
          </Button>
        </div>
      </Dialog>
    </Card>
  );
}
