import './programme.css';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useLocation } from 'preact-iso/router';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { ContradictionsPage } from './ContradictionsPage.tsx';
import { ExactPage } from './ExactPage.tsx';
import { PeriodPage } from './PeriodPage.tsx';
import { ReportPage } from './ReportPage.tsx';
import { TargetsPage } from './TargetsPage.tsx';
import { texts } from './texts.ts';

/** What an office does about the programme's figures. */
export function ProgrammePage({ who }: { who: SignedInOfficer }) {
  const { path, route } = useLocation();
  const { may } = who;
  const t = texts();
  if (path === '/program/laporan' && may.includes('programme.report')) return <ReportPage />;
  if (path === '/program/wilayah') return <ExactPage who={who} />;
  if (path === '/program/periode') return <PeriodPage mayConfirm={may.includes('programme.confirm')} />;
  if (path === '/program/pertentangan')
    return <ContradictionsPage mayResolve={may.includes('programme.resolve')} />;
  if (path === '/program/target') return <TargetsPage who={who} />;
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      <LinkCard href="/program/wilayah" title={t.exact}>
        {t.exactHint}
      </LinkCard>
      {may.includes('programme.report') && (
        <LinkCard href="/program/laporan" title={t.report}>
          {t.reportHint}
        </LinkCard>
      )}
      <LinkCard href="/program/periode" title={t.period}>
        {t.periodHint}
      </LinkCard>
      <LinkCard href="/program/pertentangan" title={t.contradictions}>
        {t.contradictionsHint}
      </LinkCard>
      <LinkCard href="/program/target" title={t.targets}>
        {t.targetsHint}
      </LinkCard>
    </DeskPage>
  );
}
