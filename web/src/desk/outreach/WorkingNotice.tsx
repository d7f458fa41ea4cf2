import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import { texts } from './texts.ts';

/** Says for which session the desk works, so that nobody counts people there by mistake. */
export function WorkingNotice() {
  const { outreach } = useDesk();
  const t = texts();
  if (!outreach.value) return null;
  return (
    <Notice tone="info" title={t.working(outreach.value.place)}>
      <p>{t.workingHint}</p>
      <Button kind="quiet" onClick={() => (outreach.value = undefined)}>
        {t.workAtOffice}
      </Button>
    </Notice>
  );
}
