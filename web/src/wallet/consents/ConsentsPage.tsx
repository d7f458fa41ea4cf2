import '../trail/trail.css';
import { type GrantReply, OwnConsentsReply } from '@jatidiri/core/consent/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { Blocked } from './Blocked.tsx';
import { Grant } from './Grant.tsx';
import { StandingLogins } from './StandingLogins.tsx';
import { texts } from './texts.ts';

/** What the resident has allowed, what was read under it, and who may not ask again. */
export function ConsentsPage() {
  const t = texts();
  const { handset } = useWallet();
  const { route } = useLocation();
  const [own, setOwn] = useState<OwnConsentsReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    setRefusal(undefined);
    const parse = (body: unknown) => v.parse(OwnConsentsReply, body);
    const answer = await handset.call({ method: 'GET', path: '/api/consent/mine', parse });
    if (answer.ok) setOwn(answer.value);
    else setRefusal(answer.refusal);
  }
  // Once, when the page opens
  useEffect(() => {
    void load();
  }, []);

  const standing = own?.grants.filter(({ state }) => state === 'standing') ?? [];
  const ended = own?.grants.filter(({ state }) => state !== 'standing') ?? [];
  return (
    <WalletPage title={t.title} onBack={() => route('/')}>
      <p>{t.lead}</p>
      {!own && !refusal && <Busy label={t.loading} />}
      {refusal && (
        <>
          <RefusalNotice refusal={refusal} />
          <Button onClick={load}>{shared().retry}</Button>
        </>
      )}
      {own && <Grants title={t.standing} none={t.none} grants={standing} onChange={load} />}
      {own && <StandingLogins />}
      {own && own.blocks.length > 0 && <Blocked blocks={own.blocks} onChange={load} />}
      {ended.length > 0 && <Grants title={t.ended} none={t.none} grants={ended} onChange={load} />}
    </WalletPage>
  );
}

interface GrantsProps {
  readonly title: string;
  readonly none: string;
  readonly grants: readonly GrantReply[];
  readonly onChange: () => Promise<void>;
}

function Grants({ title, none, grants, onChange }: GrantsProps) {
  return (
    <section class="stack-s">
      <h2>{title}</h2>
      {grants.length === 0 && <p class="soft">{none}</p>}
      {grants.map((grant) => (
        <Grant key={grant.id} grant={grant} onWithdrawn={onChange} />
      ))}
    </section>
  );
}
