import { PaperCodeReply } from '@jatidiri/core/activation/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { texts } from './texts.ts';

/** What the officer writes down for somebody without mail, who types it on the own telephone. */
export function PaperCode({ activation }: { activation: string }) {
  const t = texts();
  const { session } = useDesk();
  const [code, setCode] = useState<string>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  useEffect(() => {
    void session
      .call({
        method: 'POST',
        path: `/api/activation/applications/${activation}/paper-code`,
        parse: (body) => v.parse(PaperCodeReply, body).code,
      })
      .then((answer) => (answer.ok ? setCode(answer.value) : setRefusal(answer.refusal)));
  }, [activation]);
  if (refusal) return <RefusalNotice refusal={refusal} />;
  if (!code) return <Busy />;
  return (
    <div class="stack-s">
      <p>{t.paper}</p>
      <p class="record-name digits">{code}</p>
      <p class="soft">{t.paperHint}</p>
    </div>
  );
}
