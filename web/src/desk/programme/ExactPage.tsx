import type { Indicator } from '@jatidiri/core/coverage/model.ts';
import { baseNames, indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { ExactRegionReply, StatedIndicators } from '@jatidiri/core/coverage/regionWire.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatCount, formatDay, formatPercent } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { readExactRegion } from './programmeApi.ts';
import { texts } from './texts.ts';
import { useProgramme } from './useProgramme.ts';

/** The own region down to the kelurahan/desa, as counted now; the public is told less of small places. */
export function ExactPage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { route } = useLocation();
  const [code, setCode] = useState<string>(who.officer.office.wilayah);
  const [by, setBy] = useState<Indicator>('ikdActive');
  const { value, refusal } = useProgramme(() => readExactRegion(session, code), code);
  const t = texts();
  const shown = value?.code === code ? value : undefined;
  return (
    <DeskPage title={shown?.name ?? t.exact} onBack={() => route('/program')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!shown && !refusal && <Busy />}
      {shown && (
        <>
          <Notice tone="info">
            <p>{t.exactInside}</p>
          </Notice>
          {shown.stillCounting && <Notice tone="warning" title={t.stillCounting} />}
          <Above region={shown} own={who.officer.office.wilayah} onChoose={setCode} />
          <Select
            name="indikator"
            label={t.indicator}
            value={by}
            options={shown.indicators.map(({ indicator }) => [
              indicator,
              indicatorNames[indicator][lang.value],
            ])}
            onValue={(chosen) => setBy(chosen as Indicator)}
          />
          <Card title={shown.name}>
            <Share indicators={shown.indicators} by={by} />
            <p class="soft">{t.exactAsOf(formatDay(shown.asOf))}</p>
          </Card>
          <Below region={shown} by={by} onChoose={setCode} />
        </>
      )}
    </DeskPage>
  );
}

interface PlacesProps {
  region: ExactRegionReply;
  onChoose: (code: string) => void;
}

/** The way back up, as far as the office answers. */
function Above({ region, own, onChoose }: PlacesProps & { own: string }) {
  const above = region.within.filter(({ code }) => code.startsWith(own));
  return (
    <div class="row">
      {above.map(({ code, name }) => (
        <Button key={code} kind="quiet" onClick={() => onChoose(code)}>
          ← {name}
        </Button>
      ))}
    </div>
  );
}

/** The furthest behind first: where there is most to do. */
function Below({ region, by, onChoose }: PlacesProps & { by: Indicator }) {
  const ratioOf = ({ indicators }: { indicators: StatedIndicators }) =>
    coverageOf(indicators, by)?.ratio ?? Number.POSITIVE_INFINITY;
  const ordered = region.children.toSorted((one, other) => ratioOf(one) - ratioOf(other));
  return (
    <ul class="programme-list programme-rows">
      {ordered.map((child) => (
        <li key={child.code}>
          {child.code.length < 13 ? (
            <Button kind="quiet" onClick={() => onChoose(child.code)}>
              {child.name}
            </Button>
          ) : (
            <strong>{child.name}</strong>
          )}
          <Share indicators={child.indicators} by={by} />
        </li>
      ))}
    </ul>
  );
}

function Share({ indicators, by }: { indicators: StatedIndicators; by: Indicator }) {
  const t = texts();
  const coverage = coverageOf(indicators, by);
  if (!coverage) return <p class="soft">{t.exactUnknown}</p>;
  const { numerator, denominator, ratio } = coverage;
  return (
    <p>
      <strong>{ratio === null ? '–' : `${formatPercent(ratio, 2)}%`}</strong>{' '}
      <span class="soft">
        {formatCount(numerator)} ÷ {formatCount(denominator.count)} {baseNames[denominator.kind][lang.value]}
      </span>
    </p>
  );
}

function coverageOf(indicators: StatedIndicators, by: Indicator) {
  return indicators.find(({ indicator }) => indicator === by)?.coverage ?? null;
}
