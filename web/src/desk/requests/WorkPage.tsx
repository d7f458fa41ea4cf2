import '../objections/objections.css';
import type { WorkList } from '@jatidiri/core/service/wire.ts';
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
import { texts } from './texts.ts';
import { WorkItem } from './WorkItem.tsx';
import { listWork } from './workApi.ts';

/** What residents ask of this office: what is beyond its promise first. */
export function WorkPage() {
  const t = texts();
  const { session } = useDesk();
  const { route } = useLocation();
  const [list, setList] = useState<WorkList['requests']>();
  const [saved, setSaved] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const answer = await listWork(session);
    if (answer.ok) setList(answer.value.requests);
    else setRefusal(answer.refusal);
  }
  useEffect(() => void load(), []);

  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {saved && (
        <Notice tone="success" live>
          <p>{t.done}</p>
        </Notice>
      )}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={load}>{deskTexts().again}</Button>
        </>
      )}
      {!list && !refusal && <Busy label={t.loading} />}
      {list?.length === 0 && <p>{t.none}</p>}
      <ol class="objections">
        {list?.map((work) => (
          <WorkItem
            key={work.id}
            work={work}
            onMoved={async () => {
              setSaved(true);
              await load();
            }}
          />
        ))}
      </ol>
    </DeskPage>
  );
}
