import type { BadgeRefusal, Vouched } from '@jatidiri/core/badge/model.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { formatDay } from '../format.ts';
import { Notice } from '../ui/Notice.tsx';
import { officerWords } from './officerWords.ts';
import { ScheduleSays } from './ScheduleSays.tsx';

/** What a resident may believe now, in words that somebody who is pressed for time understands. */
export function Vouching({ checked }: { checked: Result<Vouched, BadgeRefusal> }) {
  return checked.ok ? <Genuine vouched={checked.value} /> : <Warning refusal={checked.refusal} />;
}

function Genuine({ vouched }: { vouched: Vouched }) {
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
      {vouched.session && <ScheduleSays session={vouched.session} />}
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

function Warning({ refusal: { code, session } }: { refusal: BadgeRefusal }) {
  const t = officerWords();
  const { what, next } = t.warnings[code];
  return (
    <div class="officer-warning">
      <Notice tone="refusal" title={what} live>
        {session && <p>{t.itsDays(session.place, daysOf(session))}</p>}
        <p>{next}</p>
      </Notice>
    </div>
  );
}

const daysOf = ({ from, to }: { from: string; to: string }): string =>
  from === to ? formatDay(from) : `${formatDay(from)} – ${formatDay(to)}`;
