import { useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { useDesk } from '../desk.ts';
import { texts } from './texts.ts';
import { openPaper } from './workApi.ts';

/** A photographed paper, opened by a press: looking at it is written down. */
export function Paper({ request, digest, number }: { request: string; digest: string; number: number }) {
  const t = texts();
  const { session } = useDesk();
  const [image, setImage] = useState<Blob>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const address = useObjectUrl(image);

  async function open(): Promise<void> {
    const answer = await openPaper(session, request, digest);
    if (answer.ok) setImage(answer.value);
    else setRefusal(answer.refusal);
  }
  if (address) return <img src={address} alt={t.paper(number)} style={{ maxWidth: '100%' }} />;
  return (
    <div>
      {refusal && <RefusalNotice refusal={refusal} />}
      <Button kind="secondary" onClick={open}>
        {t.openPaper(number)}
      </Button>
    </div>
  );
}
