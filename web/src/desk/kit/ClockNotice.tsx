import { formatDateTime } from '../../shared/format.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { KitAbout } from './about.ts';
import type { Kit } from './kit.ts';
import { texts } from './texts.ts';

/** A battery that died takes the clock with it: said before somebody stands there. */
export function ClockNotice({ kit, about }: { kit: Kit; about: KitAbout }) {
  if (!kit.clockWentBack.value) return null;
  const t = texts();
  return (
    <Notice tone="warning" title={t.clockBackTitle} live>
      <p>{t.clockBack(formatDateTime(new Date(about.seenAt)))}</p>
    </Notice>
  );
}
