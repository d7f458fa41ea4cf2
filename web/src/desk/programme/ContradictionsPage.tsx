import type { ContradictionList } from '@jatidiri/core/coverage/programmeWire.ts';
import { useLocation } from 'preact-iso/router';
import { formatDateTime } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { listContradictions, resolveContradiction } from './programmeApi.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { texts } from './texts.ts';
import { useProgramme } from './useProgramme.ts';

type Contradiction = ContradictionList['contradictions'][number];

/** Figures that cannot all be true, the open ones first. */
export function ContradictionsPage({ mayResolve }: { mayResolve: boolean }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change } = useProgramme(() => listContradictions(session));
  const t = texts();
  const all = value?.contradictions ?? [];
  return (
    <DeskPage title={t.contradictions} onBack={() => route('/program')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && all.length === 0 && <p>{t.none}</p>}
      {all.map((one) => (
        <Card key={one.id} title={one.regionName}>
          <p>{one.sentence[lang.value]}</p>
          <Resolution one={one} />
          {mayResolve && !one.resolution && (
            <ReasonForm
              name={`alasan-${one.id}`}
              action={t.resolve}
              busy={busy}
              onReason={(reason) => void change(resolveContradiction(session, one.id, reason))}
            />
          )}
        </Card>
      ))}
    </DeskPage>
  );
}

function Resolution({ one: { resolution } }: { one: Contradiction }) {
  const t = texts();
  if (!resolution) return <p class="programme-open">{t.open}</p>;
  return (
    <div class="stack-s">
      <p class="programme-done">{t.resolved}</p>
      <p>{resolution.reason}</p>
      <p class="soft">{t.by(resolution.office, formatDateTime(new Date(resolution.at)))}</p>
    </div>
  );
}
