import './photocopies.css';
import { PhotocopyList, type PhotocopyReply } from '@jatidiri/core/document/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { MakeForm } from './MakeForm.tsx';
import { OwnPhotocopy } from './OwnPhotocopy.tsx';
import { Papers } from './Papers.tsx';
import { texts } from './texts.ts';

/** What stands in for a photocopy of the KTP: made here, checked by anybody, seen and withdrawn here. */
export function PhotocopiesPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [list, setList] = useState<PhotocopyList['photocopies']>();
  const [made, setMade] = useState<PhotocopyReply>();
  const [making, setMaking] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    const answer = await handset.call({
      method: 'GET',
      path: '/api/document/photocopies',
      parse: (body) => v.parse(PhotocopyList, body).photocopies,
    });
    if (answer.ok) setList(answer.value);
    else setRefusal(answer.refusal);
  }
  useEffect(() => void load(), []);

  async function withdraw(id: string): Promise<void> {
    setRefusal(undefined);
    const answer = await handset.call({
      method: 'POST',
      path: `/api/document/photocopies/${id}/withdrawal`,
      parse: () => undefined,
    });
    if (!answer.ok) return setRefusal(answer.refusal);
    announce(t.withdrawn);
    await load();
  }

  const form = (
    <MakeForm
      onMade={(papers) => {
        setMaking(false);
        setMade(papers);
        void load();
      }}
    />
  );
  if (making)
    return (
      <WalletPage title={t.another} onBack={() => setMaking(false)}>
        {form}
      </WalletPage>
    );
  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {made && <Papers made={made} onDone={() => setMade(undefined)} />}
      {!made && list?.length === 0 && form}
      {!made && list && list.length > 0 && <Button onClick={() => setMaking(true)}>{t.another}</Button>}
      {refusal && <RefusalNotice refusal={refusal} />}
      <h2>{t.own}</h2>
      {!list && !refusal && <Busy label={t.loading} />}
      {list?.length === 0 && <p>{t.none}</p>}
      <ul class="photocopies">
        {list?.map((one) => (
          <OwnPhotocopy key={one.id} copy={one} onWithdraw={() => withdraw(one.id)} />
        ))}
      </ul>
    </WalletPage>
  );
}
