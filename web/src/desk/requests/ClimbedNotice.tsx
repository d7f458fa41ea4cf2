import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import { texts } from './texts.ts';
import { countLate } from './workApi.ts';

/** Tells the head of office what residents were promised and have not got. */
export function ClimbedNotice() {
  const t = texts();
  const { session } = useDesk();
  const [late, setLate] = useState(0);

  async function load(): Promise<void> {
    const answer = await countLate(session);
    if (answer.ok) setLate(answer.value);
  }
  useEffect(() => void load(), []);

  if (late === 0) return null;
  return (
    <Notice tone="warning" title={t.lateTitle(late)}>
      <p>{t.lateLead}</p>
      <Button kind="secondary" href="/permohonan">
        {t.lateOpen}
      </Button>
    </Notice>
  );
}
