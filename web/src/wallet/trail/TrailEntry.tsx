import type { ObjectionReply, TrailReply } from '@jatidiri/core/rights/wire.ts';
import { useState } from 'preact/hooks';
import { formatDateTime } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { ContestDialog } from './ContestDialog.tsx';
import { elementNames } from './elementNames.ts';
import { ObjectionStatus } from './ObjectionStatus.tsx';
import { texts } from './texts.ts';

export type Entry = TrailReply['entries'][number];

/** One thing that happened with the resident's data. */
export function TrailEntry({ entry }: { entry: Entry }) {
  const t = texts();
  const [asking, setAsking] = useState(false);
  const [objection, setObjection] = useState<ObjectionReply | null>(entry.objection);
  const what = t.kinds[entry.kind] ?? t.unknown;

  function contested(made: ObjectionReply): void {
    setObjection(made);
    setAsking(false);
  }
  return (
    <li class="trail-entry">
      <p class="trail-what">{what}</p>
      <p>{entry.who ?? t.actors[entry.actor]}</p>
      {entry.purpose && (
        <p>
          {t.purpose}: {t.purposes[entry.purpose] ?? entry.purpose}
        </p>
      )}
      {entry.elements.length > 0 && (
        <p>
          {t.data}: {elementNames(entry.elements)}
        </p>
      )}
      <p class="soft">
        <time dateTime={entry.at}>{formatDateTime(new Date(entry.at))}</time>
      </p>
      {objection && <ObjectionStatus objection={objection} />}
      {!objection && entry.contestable && (
        <>
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t.contest}
            <span class="unseen">: {what}</span>
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
