import './questions.css';
import type { QuestionReply } from '@jatidiri/core/approval/wire.ts';
import { formatUntil } from '../../shared/format.ts';
import { elementName } from '../../shared/trail/elementNames.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Who asks, for what, which data, and what to compare: in the order in which a resident should look. */
export function Asked({ question }: { question: QuestionReply }) {
  const t = texts();
  const { handset } = useWallet();
  const { asker, purpose, attributes, bindingMessage, expiresAt } = question;
  return (
    <>
      <div class="asked">
        <p class="soft">{asker.partner ? t.verified : t.unverified}</p>
        <p class="asked-name">{asker.name}</p>
        <dl>
          <dt>{t.purpose}</dt>
          <dd>{purpose}</dd>
          <dt>{t.data}</dt>
          <dd>
            {attributes.length === 0 ? (
              t.noData
            ) : (
              <ul class="wallet-list">
                {attributes.map((name) => (
                  <li key={name}>{elementName(name)}</li>
                ))}
              </ul>
            )}
          </dd>
        </dl>
      </div>
      {bindingMessage && (
        <div class="asked-compare">
          <p>{t.compare}</p>
          <p class="asked-message">{bindingMessage}</p>
          <p class="soft">{t.differs}</p>
        </div>
      )}
      <Notice tone="warning">
        <p>{t.beware}</p>
      </Notice>
      <p class="soft">{t.until(formatUntil(new Date(expiresAt), handset.clock.now()))}</p>
    </>
  );
}
