import type { Action } from '@jatidiri/core/office/model.ts';
import { hostNames, shortfallNames, stateNames } from '@jatidiri/core/outreach/names.ts';
import type { PlanRequest, SessionMove, SessionShown } from '@jatidiri/core/outreach/wire.ts';
import { useState } from 'preact/hooks';
import { formatCount, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { useDesk } from '../desk.ts';
import { badgeTexts } from './badgeTexts.ts';
import { CancelForm, CloseForm } from './EndForms.tsx';
import { PlanForm } from './PlanForm.tsx';
import { texts } from './texts.ts';

interface SessionCardProps {
  readonly session: SessionShown;
  readonly may: readonly string[];
  readonly busy: boolean;
  readonly onMove: (move: SessionMove) => void;
  /** The region that the office answers for. */
  readonly region: string;
  readonly onChange: (plan: PlanRequest) => Promise<boolean>;
}

/** One session: where, when, who, what is expected and what was counted; and the next step. */
export function SessionCard(props: SessionCardProps) {
  const { session } = props;
  const t = texts();
  const { state, place, regionName, host, from, to, officers, kits, badges, reported, shortfalls } = session;
  return (
    <Card title={place}>
      <p>
        <strong>{stateNames[state][lang.value]}</strong> · {hostNames[host][lang.value]}, {regionName} ·{' '}
        {t.days(formatDay(from), formatDay(to))}
      </p>
      <p class="soft">
        {session.officeName}
        {officers !== null && kits !== null && ` · ${t.team(officers, kits)}`}
        {badges.length > 0 && ` · ${badges.join(', ')}`}
      </p>
      <p>
        {reported
          ? t.reported(formatCount(reported.activations), reported.source)
          : (state === 'running' || state === 'closed') && t.counted(formatCount(session.counted))}
      </p>
      {state !== 'closed' && state !== 'cancelled' && <Expected expected={session.expected} />}
      {shortfalls.length > 0 && (
        <ul>
          {shortfalls.map((reason) => (
            <li key={reason}>{shortfallNames[reason][lang.value]}</li>
          ))}
        </ul>
      )}
      {session.note && <p class="soft">{session.note}</p>}
      {session.yours && <NextSteps {...props} />}
    </Card>
  );
}

function Expected({ expected }: Pick<SessionShown, 'expected'>) {
  const t = texts();
  return (
    <p class="soft">
      {expected ? t.expected(formatCount(expected.activations), expected.sessions) : t.noExpectation}
    </p>
  );
}

function NextSteps({ session, may, busy, onMove, region, onChange }: SessionCardProps) {
  const { id, place, state } = session;
  const [changing, setChanging] = useState(false);
  const { outreach } = useDesk();
  const t = texts();
  const plans = may.includes('outreach.plan' satisfies Action);
  const holds = may.includes('outreach.hold' satisfies Action);
  return (
    <div class="stack-s">
      {(state === 'public' || state === 'running') && (
        <p>
          <a href={`/jemput-bola/poster/${id}`}>{badgeTexts().posterLink}</a>
        </p>
      )}
      {state === 'planned' && plans && (
        <Button busy={busy} onClick={() => onMove({ kind: 'publish' })}>
          {t.publish}
        </Button>
      )}
      {state === 'public' && holds && (
        <Button busy={busy} onClick={() => onMove({ kind: 'open' })}>
          {t.open}
        </Button>
      )}
      {state === 'running' && holds && (
        <>
          {outreach.value?.id === id ? (
            <p>
              <strong>{t.workingHere}</strong>
            </p>
          ) : (
            <Button onClick={() => (outreach.value = { id, place })}>{t.workHere}</Button>
          )}
          <CloseForm
            id={id}
            busy={busy}
            onMove={(move) => {
              if (outreach.value?.id === id) outreach.value = undefined;
              onMove(move);
            }}
          />
        </>
      )}
      {(state === 'planned' || state === 'public') && plans && (
        <>
          {changing ? (
            <PlanForm
              region={region}
              session={session}
              busy={busy}
              onPlan={async (plan) => {
                const taken = await onChange(plan);
                if (taken) setChanging(false);
                return taken;
              }}
            />
          ) : (
            <Button kind="secondary" onClick={() => setChanging(true)}>
              {t.change}
            </Button>
          )}
          <CancelForm id={id} busy={busy} onMove={onMove} />
        </>
      )}
    </div>
  );
}
