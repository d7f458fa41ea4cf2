import { StandingLoginsReply } from '@jatidiri/core/login/wire.ts';
import { useEffect, useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { elementNames } from '../../shared/trail/elementNames.ts';
import { trailWords } from '../../shared/trail/trailWords.ts';
import { Card } from '../../shared/ui/Card.tsx';
import type { Handset } from '../handset/handset.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';
import { Withdrawal } from './Withdrawal.tsx';

/** Logins that the resident allowed for a period; nothing is shown when there is none. */
export function StandingLogins() {
  const t = texts();
  const words = trailWords();
  const { handset } = useWallet();
  const [standing, setStanding] = useState<StandingLoginsReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function load(): Promise<void> {
    const answer = await fetchStanding(handset);
    if (answer.ok) setStanding(answer.value);
    else setRefusal(answer.refusal);
  }
  // Once, when the page opens
  useEffect(() => {
    void load();
  }, []);

  if (refusal) return <RefusalNotice refusal={refusal} />;
  if (!standing || standing.logins.length === 0) return null;
  return (
    <section class="stack-s">
      <h2>{t.logins}</h2>
      {standing.logins.map(({ id, institution, purpose, attributes, until }) => (
        <Card key={id} title={institution}>
          <div class="trail-facts">
            <p>
              {words.purpose}: {purpose}
            </p>
            {attributes.length > 0 && (
              <p>
                {words.data}: {elementNames(attributes)}
              </p>
            )}
            <p>{t.until(false, formatDateTime(new Date(until)))}</p>
          </div>
          <Withdrawal institution={institution} send={() => endLogin(handset, id)} onWithdrawn={load} />
        </Card>
      ))}
    </section>
  );
}

const fetchStanding = (handset: Handset) =>
  handset.call({
    method: 'GET',
    path: '/api/login/standing',
    parse: (body) => v.parse(StandingLoginsReply, body),
  });

const endLogin = (handset: Handset, id: string) =>
  handset.call({
    method: 'POST',
    path: `/api/login/standing/${id}/end`,
    idempotencyKey: id,
    parse: () => null,
  });
