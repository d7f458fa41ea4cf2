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
    setRefusal(undefined);
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
  // Each a page of its own: its title takes the keyboard and is read out.
  if (made)
    return (
      <WalletPage title={t.ready} onBack={() => setMade(undefined)}>
        <Papers made={made} onDone={() => setMade(undefined)} />
      </WalletPage>
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
      {list?.length === 0 && form}
      {list && list.length > 0 && <Button onClick={() => setMaking(true)}>{t.another}</Button>}
      {refusal && <RefusalNotice refusal={refusal} />}
      {refusal && !list && <Button onClick={load}>{t.again}</Button>}
      {!list && !refusal && <Busy label={t.loading} />}
      {list && <h2>{t.own}</h2>}
      {list?.length === 0 && <p>{t.none}</p>}
      <ul class="photocopies">
        {list?.map((one) => (
          <OwnPhotocopy key={one.id} copy={one} onWithdraw={() => withdraw(one.id)} />
        ))}
      </ul>
    </WalletPage>
  );
}
