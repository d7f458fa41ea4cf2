import { useEffect, useState } from 'preact/hooks';
import { formatDateTime } from '../../shared/format.ts';
import { useWallet } from '../wallet.ts';
import { labelOf } from './claimWords.ts';
import { type Presentation, readPresentations } from './presentations.ts';
import { texts } from './texts.ts';

/** What went to verifiers of others: the trail of the server cannot know it. Nothing where nothing was shown. */
export function ShownElsewhere() {
  const t = texts();
  const { vault } = useWallet();
  const [shown, setShown] = useState<readonly Presentation[]>([]);
  useEffect(() => {
    void readPresentations(vault).then((all) => setShown(all.filter(({ elsewhere }) => elsewhere)));
  }, []);
  if (shown.length === 0) return null;
  return (
    <section class="stack-s">
      <h2>{t.elsewhereTitle}</h2>
      <p class="soft">{t.elsewhereLead}</p>
      <ol class="trail">
        {shown.map((one) => (
          <li key={one.at} class="trail-entry">
            <p class="trail-what">
              {t.outcomes[one.outcome]}: {one.verifier}
            </p>
            {one.claims.length > 0 && <p>{[...new Set(one.claims.map(labelOf))].join(', ')}</p>}
            {one.purpose !== undefined && <p>{one.purpose}</p>}
            <p class="soft">
              {formatDateTime(new Date(one.at))}, {one.host}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
