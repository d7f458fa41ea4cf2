import { INDICATORS } from '@jatidiri/core/coverage/model.ts';
import { indicatorNames } from '@jatidiri/core/coverage/names.ts';
import type { ReportPreview, TakenReport } from '@jatidiri/core/coverage/programmeWire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { FileButton } from '../../shared/camera/FileButton.tsx';
import { formatDateTime } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Field } from '../../shared/ui/Field.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { Select } from '../../shared/ui/Select.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { PreviewCard } from './PreviewCard.tsx';
import { type Brought, listReports, previewReport, takeReport } from './programmeApi.ts';
import { texts } from './texts.ts';
import { useProgramme } from './useProgramme.ts';

/** A report is chosen, looked at, and taken whole or not at all. */
export function ReportPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change } = useProgramme(() => listReports(session));
  const [indicator, setIndicator] = useState('');
  const [asOf, setAsOf] = useState('');
  const [seen, setSeen] = useState<{ brought: Brought; preview: ReportPreview }>();
  const [taken, setTaken] = useState<TakenReport>();
  const t = texts();

  async function look(file: File): Promise<void> {
    setTaken(undefined);
    setSeen(undefined);
    const brought = { file, indicator, asOf };
    const looked = await change(previewReport(session, brought));
    if (looked) setSeen({ brought, preview: looked.done });
  }
  async function take(): Promise<void> {
    if (!seen) return;
    const done = await change(takeReport(session, seen.brought, seen.preview.digest));
    if (!done) return;
    setTaken(done.done);
    setSeen(undefined);
  }

  return (
    <DeskPage title={t.report} onBack={() => route('/program')}>
      <p class="soft">{t.chooseHint}</p>
      <Select
        name="indikator"
        label={t.defaultIndicator}
        value={indicator}
        options={[
          ['', t.fromTable],
          ...INDICATORS.map((one) => [one, indicatorNames[one][lang.value]] as const),
        ]}
        onValue={setIndicator}
      />
      <Field name="tanggal" label={t.defaultDay} type="date" value={asOf} onValue={setAsOf} optional />
      <FileButton label={t.choose} accept=".csv,.xlsx,text/csv" onFile={(file) => void look(file)} />
      {busy && <Busy label={t.reading} />}
      {refusal && <RefusalNotice refusal={refusal} />}
      {taken && (
        <Notice tone="success" title={t.taken(taken.rows)} live>
          <p>{t.takenHint}</p>
        </Notice>
      )}
      {seen && (
        <>
          <PreviewCard name={seen.brought.file.name} preview={seen.preview} />
          {seen.preview.problems.length === 0 && !seen.preview.known && (
            <div>
              <Button busy={busy} onClick={() => void take()}>
                {t.take}
              </Button>
            </div>
          )}
        </>
      )}
      {value && value.reports.length > 0 && (
        <Card title={t.earlierReports}>
          <ul class="programme-list">
            {value.reports.map(({ id, name, office, takenAt, rows }) => (
              <li key={id}>
                <a href={`/api/programme/reports/${id}/file`}>{name}</a>
                <span class="soft">{t.reportLine(office, formatDateTime(new Date(takenAt)), rows)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </DeskPage>
  );
}
