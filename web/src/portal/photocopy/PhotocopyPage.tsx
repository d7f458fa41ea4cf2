import './photocopy.css';
import { claimLines } from '@jatidiri/core/document/claimLines.ts';
import type { PhotocopyContent } from '@jatidiri/core/document/signedPhotocopy.ts';
import { useEffect, useState } from 'preact/hooks';
import { formatDate, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { type Checked, checkCopy } from './openCopy.ts';
import { texts } from './texts.ts';

/** Whoever was handed a photocopy scans its code and sees here what was signed; no app, no account. */
export function PhotocopyPage() {
  const t = texts();
  const [checked, setChecked] = useState<Checked>();

  function check(): void {
    setChecked(undefined);
    void checkCopy(location.hash).then(setChecked);
  }
  useEffect(check, []);

  return (
    <Page title={t.titles[checked?.kind ?? 'checking']}>
      {!checked && <Busy label={t.checking} />}
      {checked?.kind === 'valid' && <Valid {...checked} />}
      {(checked?.kind === 'expired' || checked?.kind === 'withdrawn' || checked?.kind === 'false') && (
        <Notice tone="refusal" live>
          <p>{t.why[checked.kind]}</p>
          <p>{t.askForNew}</p>
        </Notice>
      )}
      {checked?.kind === 'refused' && (
        <>
          <RefusalNotice refusal={checked.refusal} />
          <Button onClick={check}>{t.again}</Button>
        </>
      )}
    </Page>
  );
}

function Valid({ content, outdated }: { content: PhotocopyContent; outdated: boolean }) {
  const t = texts();
  const { recipient, purpose, until, madeAt, claims } = content;
  const { portrait } = claims.reveal();
  return (
    <>
      <Notice tone="success" title={t.validUntil(formatDay(until))} live>
        <p>{t.compare}</p>
      </Notice>
      {outdated && (
        <Notice tone="warning">
          <p>{t.outdated}</p>
        </Notice>
      )}
      <dl class="photocopy-terms">
        <Line label={t.recipient} text={recipient} />
        <Line label={t.purpose} text={purpose} />
        <Line label={t.made} text={formatDate(madeAt)} />
      </dl>
      <p>{t.notYours}</p>
      <section class="card photocopy" aria-label={t.shown}>
        {portrait && <img class="photocopy-portrait" src={portrait} alt={t.portrait} />}
        <dl class="photocopy-lines">
          {claimLines(claims.reveal()).map(({ claim, label, text }) => (
            <Line key={claim} label={label[lang.value]} text={text[lang.value]} />
          ))}
        </dl>
      </section>
      <p class="soft">{t.seen}</p>
    </>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}
