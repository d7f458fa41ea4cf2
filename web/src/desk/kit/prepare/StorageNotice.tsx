import { useEffect, useState } from 'preact/hooks';
import { formatBytes } from '../../../shared/format.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { useOpenedKit } from '../openKitContext.ts';
import { freeBytes, ROOM_NEEDED_BYTES } from './readiness.ts';
import { texts } from './texts.ts';

/** Says that room runs out while there still is some. */
export function StorageNotice() {
  const { journal } = useOpenedKit();
  const [free, setFree] = useState<number>();
  const written = journal.entries.value.length;
  useEffect(() => {
    void freeBytes().then(setFree);
  }, [written]);
  if (free === undefined || free >= ROOM_NEEDED_BYTES) return null;
  const t = texts();
  return (
    <Notice tone="warning" title={t.quotaLowTitle} live>
      <p>{t.quotaBad(formatBytes(free))}</p>
    </Notice>
  );
}
