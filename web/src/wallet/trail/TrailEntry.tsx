import type { ObjectionReply } from '@jatidiri/core/rights/wire.ts';
import { useState } from 'preact/hooks';
import { EntryFacts, entryTitle } from '../../shared/trail/EntryFacts.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { ContestDialog } from './ContestDialog.tsx';
import type { Entry } from './foldEntries.ts';
import { ObjectionStatus } from './ObjectionStatus.tsx';
import { texts } from './texts.ts';

/** One thing that happened with the resident's data. */
export function TrailEntry({ entry }: { entry: Entry }) {
  const t = texts();
  const [asking, setAsking] = useState(false);
  const [objection, setObjection] = useState<ObjectionReply | null>(entry.objection);

  function contested(made: ObjectionReply): void {
    setObjection(made);
    setAsking(false);
  }
  return (
    <li class="trail-entry">
      <EntryFacts entry={entry} />
      {objection && <ObjectionStatus objection={objection} />}
      {!objection && entry.contestable && (
        <>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t.contest}
            <span class="unseen">: {entryTitle(entry)}</span>
          </Button>
          <ContestDialog
            entry={entry}
            open={asking}
            onContested={contested}
            onClose={() => setAsking(false)}
          />
        </>
      )}
    </li>
  );
}
