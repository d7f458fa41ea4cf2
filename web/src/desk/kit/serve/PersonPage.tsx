import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { KitPage } from '../KitPage.tsx';
import { KitDecision } from './KitDecision.tsx';
import { PersonCamera } from './PersonCamera.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { RecordedFace } from './RecordedFace.tsx';
import type { Serving } from './serving.ts';
import { texts } from './texts.ts';

/** The person, the face that was recorded, the face that stands here; then the decision. */
export function PersonPage({ serving }: { serving: Serving }) {
  const { route } = useLocation();
  const [photo, setPhoto] = useState<Blob>();
  const t = texts();
  const { earlier, carried } = serving;
  return (
    <KitPage wide title={t.personTitle} onBack={() => route('/lapangan/pindai', true)}>
      {earlier && (
        <Notice tone="warning" title={t.earlierTitle(earlier.n)} live>
          <p>{t.earlier}</p>
          <Button kind="secondary" href="/lapangan/catatan">
            {t.earlierShow}
          </Button>
        </Notice>
      )}
      <div class="applicant">
        <div class="kit-faces">
          <RecordedFace photo={carried?.photo ?? null} />
          {!earlier && <PersonCamera photo={photo} onPhoto={setPhoto} />}
        </div>
        <div class="applicant-facts">
          <PersonFacts serving={serving} />
          {!earlier && <KitDecision serving={serving} photo={photo} />}
        </div>
      </div>
    </KitPage>
  );
}
