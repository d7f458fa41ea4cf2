import type { PeriodReply } from '@jatidiri/core/coverage/closeWire.ts';
import { lastPeriod, type Period, periodBefore, periodOf } from '@jatidiri/core/coverage/periods.ts';
import { addDays, dayInKaltim } from '@jatidiri/core/kit/date.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDateTime, formatDay } from '../../shared/format.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { confirmPeriod, readPeriod } from './programmeApi.ts';
import { ReasonForm } from './ReasonForm.tsx';
import { texts } from './texts.ts';
import { useProgramme } from './useProgramme.ts';

type Region = PeriodReply['regions'][number];

/** The close of fifteen days: who has confirmed, who has not, and what changed since. */
export function PeriodPage({ mayConfirm }: { mayConfirm: boolean }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const newest = lastPeriod(dayInKaltim(new Date()));
  const [period, setPeriod] = useState<Period>(newest);
  const { value, refusal, busy, change } = useProgramme(() => readPeriod(session, period.to), period.to);
  const t = texts();
  const waiting = value?.regions.filter(({ confirmed }) => !confirmed).length ?? 0;
  const confirm = (region: string, reason?: string) =>
    void change(confirmPeriod(session, period.to, { region, ...(reason ? { reason } : {}) }));
  return (
    <DeskPage
      title={t.periodOf(formatDay(period.from), formatDay(period.to))}
      onBack={() => route('/program')}
    >
      <div class="row">
        <Button kind="quiet" onClick={() => setPeriod(periodBefore(period))}>
          ← {t.earlierPeriod}
        </Button>
        {period.to < newest.to && (
          <Button kind="quiet" onClick={() => setPeriod(periodOf(addDays(period.to, 1)))}>
            {t.laterPeriod} →
          </Button>
        )}
      </div>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && (
        <Notice tone={waiting > 0 ? 'warning' : 'success'} title={waiting > 0 ? t.notYet(waiting) : t.all} />
      )}
      {value?.regions
        .toSorted((one, other) => Number(other.yours) - Number(one.yours))
        .map((region) => (
          <RegionClose
            key={region.code}
            region={region}
            mayConfirm={mayConfirm && region.yours}
            busy={busy}
            onConfirm={confirm}
          />
        ))}
    </DeskPage>
  );
}

interface RegionCloseProps {
  region: Region;
  mayConfirm: boolean;
  busy: boolean;
  onConfirm: (region: string, reason?: string) => void;
}

function RegionClose({ region, mayConfirm, busy, onConfirm }: RegionCloseProps) {
  const t = texts();
  const { code, name, counted, confirmed, earlier, differs } = region;
  return (
    <Card title={name}>
      {confirmed ? (
        <Confirmed confirmed={confirmed} />
      ) : (
        <p class="programme-open">
          {t.unconfirmed}. {t.counted}: {partsOf(counted)}
        </p>
      )}
      {earlier.map((one) => (
        <div key={one.revision} class="programme-earlier">
          <Confirmed confirmed={one} />
        </div>
      ))}
      {differs && (
        <Notice tone="warning" title={t.differs}>
          <p>{partsOf(counted)}</p>
        </Notice>
      )}
      {mayConfirm && !confirmed && (
        <div>
          <Button busy={busy} onClick={() => onConfirm(code)}>
            {t.confirm}
          </Button>
        </div>
      )}
      {mayConfirm && differs && (
        <ReasonForm
          name={`revisi-${code}`}
          action={t.revise}
          busy={busy}
          onReason={(reason) => onConfirm(code, reason)}
        />
      )}
    </Card>
  );
}

function Confirmed({ confirmed }: { confirmed: NonNullable<Region['confirmed']> }) {
  const t = texts();
  const { counts, revision, reason, office, confirmedAt } = confirmed;
  return (
    <div class="stack-s">
      <p class="programme-done">{revision > 0 ? t.revision(revision) : t.confirmed}</p>
      <p>{partsOf(counts)}</p>
      {reason && <p>{reason}</p>}
      <p class="soft">{t.by(office, formatDateTime(new Date(confirmedAt)))}</p>
    </div>
  );
}

function partsOf({ ikdActive, wajibRecorded, wajibKtp }: Region['counted']): string {
  return texts().parts(formatCount(ikdActive), formatCount(wajibRecorded), formatCount(wajibKtp));
}
