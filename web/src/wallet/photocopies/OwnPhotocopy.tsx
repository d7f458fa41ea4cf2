import type { PhotocopyList } from '@jatidiri/core/document/wire.ts';
import { IKD_CLAIMS } from '@jatidiri/core/issuance/ikdClaims.ts';
import { useRef, useState } from 'preact/hooks';
import { formatCount, formatDateTime, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { texts } from './texts.ts';

interface OwnPhotocopyProps {
  copy: PhotocopyList['photocopies'][number];
  onWithdraw: () => Promise<void>;
}

/** One photocopy: for whom, what it shows, when somebody looked; and the way to take it back. */
export function OwnPhotocopy({ copy, onWithdraw }: OwnPhotocopyProps) {
  const t = texts();
  const [busy, setBusy] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { recipient, purpose, until, claims, standing, checks, checkCount } = copy;

  async function withdraw(): Promise<void> {
    setBusy(true);
    await onWithdraw();
    setBusy(false);
    // The button is gone: the keyboard goes on from here.
    heading.current?.focus();
  }
  return (
    <li class="card">
      <h3 ref={heading} tabIndex={-1}>
        {recipient}
      </h3>
      <p>
        {purpose} · <strong>{standing === 'valid' ? t.until(formatDay(until)) : t.over[standing]}</strong>
      </p>
      <p class="soft">{claims.map((claim) => IKD_CLAIMS[claim][lang.value]).join(', ')}</p>
      {checkCount === 0 ? (
        <p>{t.neverChecked}</p>
      ) : (
        <details>
          <summary>{t.checked(formatCount(checkCount))}</summary>
          <ul class="photocopies-checks">
            {checks.map((at) => (
              <li key={at}>{formatDateTime(new Date(at))}</li>
            ))}
          </ul>
        </details>
      )}
      {standing === 'valid' && (
        <div>
          <Button kind="secondary" busy={busy} onClick={withdraw}>
            {t.withdraw}
            <span class="unseen">: {recipient}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
