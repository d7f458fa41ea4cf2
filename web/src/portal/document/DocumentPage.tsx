import './document.css';
import type { SignedStatement } from '@jatidiri/core/document/signedStatement.ts';
import { useEffect, useState } from 'preact/hooks';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { formatDate } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { type Checked, checkDocument, isSignedFile } from './checkDocument.ts';
import { texts } from './texts.ts';

/** Whoever was shown a family card or a certificate scans its code and sees here whether it is genuine and still holds. */
export function DocumentPage() {
  const t = texts();
  const [checked, setChecked] = useState<Checked>();

  function check(): void {
    setChecked(undefined);
    void checkDocument(location.hash).then(setChecked);
  }
  useEffect(check, []);

  return (
    <Page title={t.titles[checked?.kind ?? 'checking']}>
      {!checked && <Busy label={t.checking} />}
      {checked?.kind === 'current' && (
        <Notice tone="success" live>
          <p>{t.current}</p>
        </Notice>
      )}
      {checked?.kind === 'outdated' && (
        <Notice tone="warning" live>
          <p>{t.outdated}</p>
        </Notice>
      )}
      {checked?.kind === 'false' && (
        <Notice tone="refusal" live>
          <p>{t.notOurs}</p>
        </Notice>
      )}
      {checked?.kind === 'refused' && (
        <>
          <RefusalNotice refusal={checked.refusal} />
          <Button onClick={check}>{t.again}</Button>
        </>
      )}
      {checked && 'statement' in checked && <Statement statement={checked.statement} />}
    </Page>
  );
}

function Statement({ statement }: { statement: SignedStatement }) {
  const t = texts();
  const { kind, number, name, office, signedAt } = statement;
  return (
    <>
      <section class="card" aria-label={t.signed}>
        <dl class="document-lines">
          <Line label={t.kind} text={t.kinds[kind]} />
          <Line label={t.number} text={number} />
          <Line label={kind === 'kk' ? t.head : t.name} text={name} />
          <Line label={t.office} text={office} />
          <Line label={t.signedOn} text={formatDate(signedAt)} />
        </dl>
      </section>
      <p>{t.compare}</p>
      <FileCheck statement={statement} />
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

function FileCheck({ statement }: { statement: SignedStatement }) {
  const t = texts();
  const [same, setSame] = useState<boolean>();
  return (
    <section class="stack-s">
      <h2>{t.haveFile}</h2>
      <p>{t.fileHint}</p>
      <FileButton
        label={t.chooseFile}
        accept="application/pdf"
        onFile={(file) => void isSignedFile(file, statement).then(setSame)}
      />
      {same !== undefined && (
        <Notice tone={same ? 'success' : 'refusal'} live>
          <p>{same ? t.sameFile : t.otherFile}</p>
        </Notice>
      )}
    </section>
  );
}
