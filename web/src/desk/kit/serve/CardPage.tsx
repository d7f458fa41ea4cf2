import { fromBase64url } from '@jatidiri/core/kit/bytes.ts';
import { useMemo } from 'preact/hooks';
import { FramesView } from '../../../shared/qr/FramesView.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { texts as applicantTexts } from '../../applicant/texts.ts';
import type { WrittenEntry } from '../entries/writtenEntry.ts';
import { KitPage } from '../KitPage.tsx';
import { texts } from './texts.ts';

/** What was written down, and what the resident takes along. */
export function CardPage({ entry: { n, act } }: { entry: WrittenEntry }) {
  const t = texts();
  const words = applicantTexts();
  if (act.kind === 'void') return null;
  const refused = act.kind === 'refused' ? act : undefined;
  return (
    <KitPage title={refused ? t.refusedTitle : t.cardTitle}>
      <Notice tone={refused ? 'info' : 'success'} live>
        <p>{t.recordedAs(n, act.name)}</p>
        {refused && (
          <p>
            {words.reasons[refused.reason]}. {words.nextSteps[refused.reason]}
          </p>
        )}
      </Notice>
      {act.kind === 'accepted' && <HandOver card={act.card} />}
      <div class="row kit-main">
        <Button href="/lapangan/pindai">{t.next}</Button>
        <Button kind="quiet" href="/lapangan">
          {t.toHome}
        </Button>
      </div>
    </KitPage>
  );
}

function HandOver({ card }: { card: string | null }) {
  const data = useMemo(() => (card === null ? undefined : fromBase64url(card)), [card]);
  const t = texts();
  if (!data) return <p>{t.cardNone}</p>;
  return (
    <>
      <p>{t.cardLead}</p>
      <FramesView data={data} label={t.cardLabel} />
    </>
  );
}
