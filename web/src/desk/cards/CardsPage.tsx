import { type CardShown, MOST_IN_RUN } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatCount } from '../../shared/format.ts';
import { newUuid } from '../../shared/newUuid.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card, LinkCard } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { readCards, spoilCards, startRun } from './cardsApi.ts';
import { PrintedCards } from './PrintedCards.tsx';
import { ReprintForm } from './ReprintForm.tsx';
import { RunCard } from './RunCard.tsx';
import { texts } from './texts.ts';

/** What waits, what lies in printers, what waits for its owner. */
export function CardsPage({ onHandOver }: { readonly onHandOver: (card: CardShown) => void }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change, reload } = useProgramme(() => readCards(session));
  const t = texts();
  return (
    <DeskPage title={t.title} onBack={() => route('/')} wide>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value?.runs.map((run) => (
        <RunCard key={run.id} run={run} onChanged={() => void reload()} />
      ))}
      <div class="cards-columns">
        <div class="stack">
          {value && (
            <QueueForm
              queued={value.queued}
              busy={busy}
              onStart={async (id, count) => (await change(startRun(session, id, count))) !== undefined}
            />
          )}
          {value && (
            <PrintedCards
              printed={value.printed}
              waiting={value.waiting}
              busy={busy}
              onHandOver={onHandOver}
              onSpoil={async (body) => {
                const done = (await change(spoilCards(session, body))) !== undefined;
                if (done) announce(t.spoiledDone);
                return done;
              }}
            />
          )}
        </div>
        <div class="stack">
          <LinkCard href="/kartu/persediaan" title={t.stockTitle}>
            {t.stockHint}
          </LinkCard>
          <ReprintForm onOrdered={() => void reload()} />
        </div>
      </div>
    </DeskPage>
  );
}

interface QueueFormProps {
  readonly queued: number;
  readonly busy: boolean;
  /** True when the run was started. */
  readonly onStart: (id: string, count: number) => Promise<boolean>;
}

function QueueForm({ queued, busy, onStart }: QueueFormProps) {
  const t = texts();
  const [id, setId] = useState(newUuid);
  const [count, setCount] = useState('10');
  const [wrong, setWrong] = useState(false);

  async function start(): Promise<void> {
    const good = /^\d{1,2}$/.test(count.trim()) && Number(count) >= 1 && Number(count) <= MOST_IN_RUN;
    setWrong(!good);
    if (good && (await onStart(id, Number(count)))) setId(newUuid());
  }
  return (
    <Card title={t.queueTitle}>
      <p>{t.queued(formatCount(queued))}</p>
      <Form errors={wrong ? [{ field: 'count', text: t.countWrong }] : []} onSubmit={() => void start()}>
        <Field
          name="count"
          label={t.count}
          hint={t.countHint}
          error={wrong ? t.countWrong : undefined}
          value={count}
          onValue={setCount}
          inputMode="numeric"
          autoComplete="off"
        />
        <div>
          <Button type="submit" busy={busy} disabled={queued === 0}>
            {t.start}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
