import type { BadgeRefusal, Vouched } from '@jatidiri/core/badge/model.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { formatDay } from '../format.ts';
import { Notice } from '../ui/Notice.tsx';
import type { OfficeSays } from './askOffice.ts';
import { officerWords } from './officerWords.ts';
import { useOffice } from './useOffice.ts';

/** What a resident may believe now, in words that somebody who is pressed for time understands. */
export function Vouching({ checked }: { checked: Result<Vouched, BadgeRefusal> }) {
  if (checked.ok) return <Signed vouched={checked.value} />;
  const { code, session } = checked.refusal;
  return <Warning {...officerWords().warnings[code]} session={session} />;
}

/** The signature holds; what was cancelled or withdrawn since, the office alone knows: with a network it has the last word. */
function Signed({ vouched }: { vouched: Vouched }) {
  const said = useOffice(vouched);
  if (said === 'withdrawn' || said === 'notAnnounced')
    return <Warning {...officerWords().officeWarnings[said]} session={vouched} />;
  return <Genuine vouched={vouched} said={said} />;
}

interface GenuineProps {
  readonly vouched: Vouched;
  readonly said: Exclude<OfficeSays, 'withdrawn' | 'notAnnounced'> | undefined;
}

function Genuine({ vouched, said }: GenuineProps) {
  const t = officerWords();
  const isBadge = vouched.kind === 'badge';
  return (
    <>
      <Notice tone="success" title={isBadge ? t.genuineBadge : t.genuinePoster} live>
        <dl class="officer-facts">
          {isBadge && <Fact name={t.officer} value={vouched.officer} />}
          <Fact name={t.office} value={vouched.office} />
          <Fact name={t.place} value={vouched.place} />
          <Fact name={t.days} value={daysOf(vouched)} />
        </dl>
      </Notice>
      {said && (
        <Notice tone={said === 'unreachable' ? 'info' : 'success'} live>
          <p>{t.schedule[said]}</p>
        </Notice>
      )}
      <Notice title={t.compare}>
        <ul class="officer-list">
          <li>{t.samePlace(vouched.place)}</li>
          <li>{isBadge ? t.sameName(vouched.officer) : t.posterOnly}</li>
          {isBadge && !vouched.forThisPhone && <li>{t.stillUnsure}</li>}
        </ul>
      </Notice>
      <p>
        <strong>{t.never}</strong>
      </p>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface WarningProps {
  readonly what: string;
  readonly next: string;
  readonly session: BadgeRefusal['session'];
}

function Warning({ what, next, session }: WarningProps) {
  return (
    <div class="officer-warning">
      <Notice tone="refusal" title={what} live>
        {session && <p>{officerWords().itsDays(session.place, daysOf(session))}</p>}
        <p>{next}</p>
      </Notice>
    </div>
  );
}

const daysOf = ({ from, to }: { from: string; to: string }): string =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
