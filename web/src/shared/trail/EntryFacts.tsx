import type { TrailReply } from '@jatidiri/core/rights/wire.ts';
import { formatDateTime } from '../format.ts';
import { elementNames } from './elementNames.ts';
import { trailWords } from './trailWords.ts';

type Facts = Pick<TrailReply['entries'][number], 'kind' | 'at' | 'actor' | 'who' | 'purpose' | 'elements'>;

export const entryTitle = ({ kind }: Facts): string => trailWords().kinds[kind] ?? trailWords().unknown;

/** What happened, who did it, for what, with which data, and when. */
export function EntryFacts({ entry }: { entry: Facts }) {
  const t = trailWords();
  const { at, actor, who, purpose, elements } = entry;
  return (
    <>
      <p class="trail-what">{entryTitle(entry)}</p>
      <p>{who ?? t.actors[actor]}</p>
      {purpose && (
        <p>
          {t.purpose}: {t.purposes[purpose] ?? purpose}
        </p>
      )}
      {elements.length > 0 && (
        <p>
          {t.data}: {elementNames(elements)}
        </p>
      )}
      <p class="soft">
        <time dateTime={at}>{formatDateTime(new Date(at))}</time>
      </p>
    </>
  );
}
