import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import type { Applicant } from './applicant.ts';
import { Decision } from './Decision.tsx';
import { Pictures } from './Pictures.tsx';
import { PopulationRecord } from './PopulationRecord.tsx';
import { texts } from './texts.ts';

/** The person in front, the photo, the record: compare, then decide. */
export function ApplicantPage({ applicant }: { applicant: Applicant }) {
  const { route } = useLocation();
  const { activation, record, warnings, selfie } = applicant;
  const t = texts();
  const open = activation.state === 'awaitingOfficer' || activation.state === 'attested';
  return (
    <DeskPage wide title={t.applicantTitle} onBack={() => route('/pindai', true)}>
      {!open && (
        <Notice tone="info" live>
          <p>{t.notOpen[activation.state]}</p>
        </Notice>
      )}
      {activation.state === 'attested' && (
        <Notice tone="info" title={t.attestedTitle} live>
          <p>{t.attested}</p>
        </Notice>
      )}
      <div class="applicant">
        <Pictures applicant={applicant} />
        <div class="applicant-facts">
          <PopulationRecord record={record} />
          <Warnings codes={warnings} />
          {activation.shared && (
            <Notice tone="info">
              <p>{t.shared}</p>
            </Notice>
          )}
          {activation.helper && (
            <Notice tone="info">
              <p>{t.helper(activation.helper)}</p>
            </Notice>
          )}
          {open && selfie ? (
            <Decision applicant={applicant} selfie={selfie} />
          ) : (
            <div>
              <Button href="/pindai">{t.nextPerson}</Button>
            </div>
          )}
        </div>
      </div>
    </DeskPage>
  );
}

function Warnings({ codes }: { codes: readonly string[] }) {
  const t = texts();
  if (codes.length === 0) return null;
  return (
    <Notice tone="warning" title={t.warningsTitle}>
      <ul class="notice-list">
        {codes.map((code) => (
          <li key={code}>{t.warnings[code] ?? code}</li>
        ))}
      </ul>
      <p>{t.warningsNote}</p>
    </Notice>
  );
}
