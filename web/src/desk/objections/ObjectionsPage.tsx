import './objections.css';
import type { ObjectionsReply } from '@jatidiri/core/rights/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { texts as deskTexts } from '../texts.ts';
import { ObjectionItem } from './ObjectionItem.tsx';
import { listObjections } from './objectionsApi.ts';
import { texts } from './texts.ts';

/** What residents contest and this office has to answer, the overdue first. */
export function ObjectionsPage() {
  const t = texts();
  const { session } = useDesk();
  const { route } = useLocation();
  const [waiting, setWaiting] = useState<ObjectionsReply['objections']>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const [answered, setAnswered] = useState(false);

  async function load(): Promise<void> {
    setRefusal(undefined);
    const list = await listObjections(session);
    if (list.ok) setWaiting(list.value.objections);
    else setRefusal(list.refusal);
  }
  useEffect(() => void load(), []);

  async function afterAnswer(): Promise<void> {
    setAnswered(true);
    await load();
  }
  return (
    <DeskPage title={deskTexts().objections} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {answered && (
        <Notice tone="success" live>
          <p>{t.answered}</p>
        </Notice>
      )}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={load}>{deskTexts().again}</Button>
        </>
      )}
      {!waiting && !refusal && <Busy label={t.loading} />}
      {waiting?.length === 0 && <p>{t.none}</p>}
      {waiting && (
        <ol class="objections">
          {waiting.map((objection) => (
            <ObjectionItem key={objection.id} objection={objection} onAnswered={afterAnswer} />
          ))}
        </ol>
      )}
    </DeskPage>
  );
}
