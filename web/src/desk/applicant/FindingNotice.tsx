import type { FaceFinding } from '@jatidiri/core/activation/model.ts';
import { site } from '../../shared/site.ts';
import { Notice, type Tone } from '../../shared/ui/Notice.tsx';
import { texts } from './texts.ts';

/** Nothing here is a success or a refusal: it is advice, and errs. */
const TONES: Record<FaceFinding, Tone> = {
  same: 'info',
  officer: 'warning',
  different: 'warning',
  unclearSelfie: 'info',
  unclearPhotograph: 'info',
  noPhotograph: 'info',
};

/** What the comparison of the faces came to, in plain words, with how often it errs. */
export function FindingNotice({ finding }: { finding: FaceFinding }) {
  const t = texts();
  const { title, errs } = t.findings[finding];
  return (
    <Notice tone={TONES[finding]} title={title}>
      {errs && <p>{errs}</p>}
      {site.value?.demo && <p>{t.drawnFaces}</p>}
      <p>{t.youDecide}</p>
    </Notice>
  );
}
