import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { useDesk } from '../../desk.ts';
import { moveKit } from '../kitApi.ts';
import { useOpenedKit } from '../openKitContext.ts';
import { texts } from './texts.ts';

/** Everything is home: the kit erases itself at once when the server orders it, and otherwise when the officer does. */
export function EraseOrder({ ordered }: { ordered: boolean }) {
  const { session, leaveServer } = useDesk();
  const { kit, open, outcomes } = useOpenedKit();
  const [busy, setBusy] = useState(false);
  const t = texts();
  const unsettled = [...outcomes.of.value.values()].some(({ kind }) => kind === 'conflict');
  async function erase(): Promise<void> {
    setBusy(true);
    await kit.erase();
    await moveKit(session, open.about.kit, { kind: 'erased' });
    await leaveServer();
  }
  useEffect(() => {
    if (ordered) void erase();
  }, [ordered]);
  if (!ordered && unsettled) return null;
  return (
    <Notice tone={ordered ? 'warning' : 'info'} {...(ordered && { title: t.eraseTitle })}>
      <p>{t.erase}</p>
      <Button kind="danger" busy={busy} onClick={() => void erase()}>
        {t.eraseNow}
      </Button>
    </Notice>
  );
}
