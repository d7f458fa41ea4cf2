import type { DocumentReply } from '@jatidiri/core/document/signedWire.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ApiRefusal } from '../../shared/api.ts';
import { formatBytes } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts } from './texts.ts';

interface DocumentCardProps {
  readonly title: string;
  /** Undefined where somebody else draws it up, which the card says. */
  readonly make: (() => Promise<Result<DocumentReply, ApiRefusal>>) | undefined;
  readonly children: ComponentChildren;
}

/** One document: made when it is asked for, then saved. The server keeps none, so it is made again next time. */
export function DocumentCard({ title, make, children }: DocumentCardProps) {
  const t = texts();
  const [made, setMade] = useState<DocumentReply>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<ApiRefusal>();

  async function start(): Promise<void> {
    if (!make) return;
    setBusy(true);
    setRefusal(undefined);
    const answer = await make();
    setBusy(false);
    if (answer.ok) setMade(answer.value);
    else setRefusal(answer.refusal);
  }
  return (
    <Card title={title}>
      <p>{children}</p>
      {refusal && <RefusalNotice refusal={refusal} />}
      {made && <Made made={made} />}
      {make && !made && (
        <div>
          <Button kind="secondary" busy={busy} onClick={start}>
            {t.make}
            <span class="unseen">: {title}</span>
          </Button>
        </div>
      )}
    </Card>
  );
}

function Made({ made }: { made: DocumentReply }) {
  const t = texts();
  const file = useMemo(() => new Blob([fromBase64(made.pdf)], { type: 'application/pdf' }), [made]);
  const address = useObjectUrl(file);
  return (
    <Notice tone="success" title={t.ready} live>
      <p>{t.saveNow}</p>
      <a class="button button-primary" href={address} download={made.fileName}>
        {t.save(formatBytes(file.size))}
      </a>
    </Notice>
  );
}
