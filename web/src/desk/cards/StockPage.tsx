import { CARD_KINDS, type SpoiledReason } from '@jatidiri/core/card/model.ts';
import type { StockReply } from '@jatidiri/core/card/wire.ts';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDateTime, formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Choice } from '../../shared/ui/Choice.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { readStock, receiveBlanks, spoilBlanks } from './cardsApi.ts';
import { ReceiveForm, SpoilBlanksForm } from './StockForms.tsx';
import { texts } from './texts.ts';

/** What lies in the cupboard, and how it came to that. */
export function StockPage({ keeps }: { readonly keeps: boolean }) {
  const { session } = useDesk();
  const { route, query } = useLocation();
  const card = query.kartu === 'kia' ? 'kia' : 'ktpEl';
  const { value, refusal, busy, change } = useProgramme(() => readStock(session, card), card);
  const t = texts();
  const book = async (request: ReturnType<typeof receiveBlanks>) => {
    const done = (await change(request)) !== undefined;
    if (done) announce(t.booked);
    return done;
  };
  return (
    <DeskPage title={t.stockTitle} onBack={() => route(card === 'kia' ? '/kia' : '/kartu')} wide>
      <Choice
        name="card"
        label={t.whichCard}
        options={CARD_KINDS.map((kind) => ({ value: kind, label: t.cardKinds[kind] }))}
        value={card}
        onValue={(kind) => route(`/kartu/persediaan?kartu=${kind}`, true)}
      />
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && (
        <dl class="cards-stock">
          <div>
            <dt>{t.blanks}</dt>
            <dd>
              {formatCount(value.blanks)}
              {value.claimed > 0 && (
                <small>
                  {' '}
                  ({formatCount(value.claimed)} {t.inPrinter})
                </small>
              )}
            </dd>
          </div>
          <div>
            <dt>{t.printedCards}</dt>
            <dd>{formatCount(value.printed)}</dd>
          </div>
        </dl>
      )}
      {keeps && (
        <div class="cards-columns">
          <ReceiveForm card={card} busy={busy} onReceive={(body) => book(receiveBlanks(session, body))} />
          <SpoilBlanksForm card={card} busy={busy} onSpoil={(body) => book(spoilBlanks(session, body))} />
        </div>
      )}
      {value && <Journal journal={value.journal} />}
    </DeskPage>
  );
}

function Journal({ journal }: Pick<StockReply, 'journal'>) {
  const t = texts();
  // The note of a delivery ends with its day: `SJ-17/2026, 2026-11-25`.
  const noteOf = (note: string) =>
    t.spoiled[note as SpoiledReason] ?? note.replace(/\d{4}-\d{2}-\d{2}$/u, formatDay);
  if (journal.length === 0) return <p>{t.noJournal}</p>;
  return (
    <Card title={t.journalTitle}>
      <ul class="cards-list">
        {journal.map((line) => (
          <li key={`${line.at} ${line.kind} ${line.blanks} ${line.printed}`}>
            <span>
              <strong>
                {t.kinds[line.kind]} {formatCount(line.quantity)}
              </strong>
              {line.note && <span> · {noteOf(line.note)}</span>}
              <br />
              <span class="soft">{formatDateTime(new Date(line.at))}</span>
            </span>
            <span class="soft">{t.remaining(formatCount(line.blanks))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
