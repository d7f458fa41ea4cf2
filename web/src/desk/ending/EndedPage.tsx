import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { texts as deskTexts } from '../texts.ts';
import { texts } from './texts.ts';

interface EndedPageProps {
  readonly name: string;
  /** The IKD on the other telephone was not active yet. */
  readonly cancelled: boolean;
}

/** It is done; the person need not come a second time. */
export function EndedPage({ name, cancelled }: EndedPageProps) {
  const t = texts();
  return (
    <DeskPage title={cancelled ? t.cancelledTitle : t.endedTitle}>
      <Notice tone="success" live>
        <p>{t.about(name)}</p>
        <p>{cancelled ? t.cancelledMeaning : t.endedMeaning}</p>
      </Notice>
      <div class="stack-s">
        <h2>{t.nowActivate}</h2>
        <p>{t.nowActivateHow}</p>
      </div>
      <div class="row">
        <Button href="/pindai">{deskTexts().scan}</Button>
        <Button kind="quiet" href="/">
          {t.done}
        </Button>
      </div>
    </DeskPage>
  );
}
