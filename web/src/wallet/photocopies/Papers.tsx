import type { PhotocopyReply } from '@jatidiri/core/document/wire.ts';
import { fromBase64 } from '@jatidiri/core/kit/bytes.ts';
import { useMemo } from 'preact/hooks';
import { formatBytes } from '../../shared/format.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useObjectUrl } from '../../shared/useObjectUrl.ts';
import { texts } from './texts.ts';

const asPdf = (base64: string) => new Blob([fromBase64(base64)], { type: 'application/pdf' });

/** The papers of a photocopy just made. The server keeps none: they are saved now or made again. */
export function Papers({ made, onDone }: { made: PhotocopyReply; onDone: () => void }) {
  const t = texts();
  const [full, light] = useMemo(() => [asPdf(made.pdf), asPdf(made.lightPdf)], [made]);
  const [fullAddress, lightAddress] = [useObjectUrl(full), useObjectUrl(light)];
  return (
    <>
      <Notice tone="success">
        <p>{t.saveNow}</p>
      </Notice>
      <div class="wallet-actions">
        <a class="button button-primary" href={fullAddress} download={t.fileName}>
          {t.save(formatBytes(full.size))}
        </a>
        <a class="button button-secondary" href={lightAddress} download={t.lightFileName}>
          {t.saveLight(formatBytes(light.size))}
        </a>
      </div>
      <p>{t.orShow}</p>
      <QrView data={made.address} label={t.code} correction="M" />
      <Button kind="quiet" onClick={onDone}>
        {t.done}
      </Button>
    </>
  );
}
