import { INDICATORS, type Indicator } from '@jatidiri/core/coverage/model.ts';
import { indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDateTime } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { errorsOf } from '../../shared/ui/errorsOf.ts';
import { Field } from '../../shared/ui/Field.tsx';
import { Form } from '../../shared/ui/Form.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { listTargets, setTarget } from './programmeApi.ts';
import { texts } from './texts.ts';
import { useProgramme } from './useProgramme.ts';

/** The targets and what they were; the ministry sets them. */
export function TargetsPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change } = useProgramme(() => listTargets(session));
  const t = texts();
  return (
    <DeskPage title={t.targets} onBack={() => route('/program')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value?.targets.map((one) => (
        <Card
          key={`${one.indicator}${one.year}${one.region}`}
          title={`${one.year}: ${indicatorNames[one.indicator][lang.value]}, ${one.regionName}`}
        >
          <p>
            <strong>{shown(one.percent)}%</strong>
          </p>
          {one.earlier.map(({ percent, setAt }) => (
            <p key={setAt} class="soft">
              {t.before(shown(percent), formatDateTime(new Date(setAt)))}
            </p>
          ))}
        </Card>
      ))}
      {who.may.includes('programme.target') && (
        <TargetForm
          region={who.officer.office.wilayah}
          busy={busy}
          onTarget={(indicator, year, region, percent) =>
            void change(setTarget(session, { indicator, year, region, percent }))
          }
        />
      )}
    </DeskPage>
  );
}

interface TargetFormProps {
  region: string;
  busy: boolean;
  onTarget: (indicator: Indicator, year: number, region: string, percent: number) => void;
}

function TargetForm({ region: own, busy, onTarget }: TargetFormProps) {
  const t = texts();
  const [indicator, setIndicator] = useState<Indicator>('ikdActive');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [region, setRegion] = useState(own);
  const [percent, setPercent] = useState('');
  const [tried, setTried] = useState(false);
  const value = Number(percent.trim().replace(',', '.'));
  const percentWrong = !(percent.trim() !== '' && value > 0 && value <= 100);
  const yearWrong = !/^20\d\d$/.test(year.trim());

  const yearFault = tried && yearWrong ? t.yearWrong : undefined;
  const percentFault = tried && percentWrong ? t.targetWrong : undefined;

  function send(): void {
    setTried(true);
    if (!percentWrong && !yearWrong) onTarget(indicator, Number(year), region.trim(), value);
  }
  return (
    <Card title={t.setTarget}>
      <Form
        errors={errorsOf([
          ['tahun', t.year, yearFault],
          ['target', t.target, percentFault],
        ])}
        onSubmit={send}
      >
        <Select
          name="indikator"
          label={t.indicator}
          value={indicator}
          options={INDICATORS.map((one) => [one, indicatorNames[one][lang.value]])}
          onValue={(chosen) => setIndicator(chosen as Indicator)}
        />
        <Field
          name="tahun"
          label={t.year}
          value={year}
          onValue={setYear}
          inputMode="numeric"
          error={yearFault}
        />
        <Field name="wilayah" label={t.region} value={region} onValue={setRegion} autoComplete="off" />
        <Field
          name="target"
          label={t.target}
          hint={t.targetHint}
          value={percent}
          onValue={setPercent}
          autoComplete="off"
          error={percentFault}
        />
        <div>
          <Button type="submit" busy={busy}>
            {t.setTarget}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function shown(percent: number): string {
  return String(percent).replace('.', lang.value === 'id' ? ',' : '.');
}
