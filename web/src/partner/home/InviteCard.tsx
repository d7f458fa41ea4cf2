import { CodeReply, type PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { useState } from 'preact/hooks';
import * as v from 'valibot';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { usePortal } from '../portal.ts';
import { texts } from './texts.ts';

/** Who acts for the institution; a code lets one more in, so that nobody is the only one with a passkey. */
export function InviteCard({ people }: { people: PartnerOverview['representatives'] }) {
  const { session } = usePortal();
  const [code, setCode] = useState<CodeReply>();
  const [refusal, setRefusal] = useState<ApiRefusal>();
  const t = texts();

  async function invite(): Promise<void> {
    const made = await session.call({
      method: 'POST',
      path: '/api/partner/invitations',
      parse: (body) => v.parse(CodeReply, body),
    });
    setRefusal(made.ok ? undefined : made.refusal);
    if (made.ok) setCode(made.value);
  }
  return (
    <Card title={t.people}>
      <ul class="lines">
        {people.map(({ name, email }) => (
          <li key={email + name}>
            <span class="lines-name">{name}</span>
            <span class="soft">{email}</span>
          </li>
        ))}
      </ul>
      {refusal && <RefusalNotice refusal={refusal} />}
      {code && (
        <Notice tone="success" title={t.codeTitle} live>
          <p class="mono">{code.code}</p>
          <p>{t.codeHint(formatDateTime(new Date(code.expiresAt)))}</p>
        </Notice>
      )}
      <div>
        <Button kind="secondary" onClick={() => void invite()}>
          {t.invite}
        </Button>
      </div>
    </Card>
  );
}
