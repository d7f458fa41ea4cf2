import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { HOST_KINDS } from '@jatidiri/core/outreach/model.ts';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card, LinkCard } from '../../shared/ui/Card.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { changeSession, listSessions, moveSession, planSession } from './outreachApi.ts';
import { PlanForm, type PlanStart } from './PlanForm.tsx';
import { SessionCard } from './SessionCard.tsx';
import { texts } from './texts.ts';
import { whereTexts } from './whereTexts.ts';

const EVERY_MS = 10_000;

/** Where officers go: planned, announced, held, and what came of it. */
export function OutreachPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route, query } = useLocation();
  const { value, refusal, busy, change, reload } = useProgramme(() => listSessions(session));
  const t = texts();
  const running = value?.sessions.some(({ state }) => state === 'running') ?? false;
  useEffect(() => {
    // A running session counts before one's eyes.
    if (!running) return;
    const timer = setInterval(() => void reload(), EVERY_MS);
    return () => clearInterval(timer);
  }, [running]);
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {who.may.includes('outreach.plan') && (
        <LinkCard href="/jemput-bola/ke-mana" title={whereTexts().title}>
          {whereTexts().hint}
        </LinkCard>
      )}
      {value?.sessions.length === 0 && <p>{t.none}</p>}
      {value?.sessions.map((one) => (
        <SessionCard
          key={one.id}
          session={one}
          may={who.may}
          busy={busy}
          onMove={(move) => void change(moveSession(session, one.id, move))}
          onChange={async (plan) => {
            const done = await change(changeSession(session, plan));
            if (done) announce(t.changed);
            return done !== undefined;
          }}
          region={who.officer.office.wilayah}
        />
      ))}
      {who.may.includes('outreach.plan') && (
        <Card title={t.plan}>
          <PlanForm
            region={who.officer.office.wilayah}
            {...startFrom(query)}
            busy={busy}
            onPlan={async (plan) => {
              const done = await change(planSession(session, plan));
              if (done) announce(t.planned);
              return done !== undefined;
            }}
          />
        </Card>
      )}
    </DeskPage>
  );
}

/** What the list of first-time voters knows of a session to be planned. */
function startFrom({ tempat: place, wilayah, jenis }: Record<string, string>): { start?: PlanStart } {
  const host = HOST_KINDS.find((kind) => kind === jenis);
  return place && wilayah && host ? { start: { place, wilayah, host } } : {};
}
