import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { Button } from '../../shared/ui/Button.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { DueList } from './DueList.tsx';
import { IssueForm } from './IssueForm.tsx';
import { texts } from './texts.ts';

/** Issuing KIA, and the lists of children for whom one is due. */
export function KiaPage({ who }: { who: SignedInOfficer }) {
  const t = texts();
  const { route } = useLocation();
  const [nik, setNik] = useState('');
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      <IssueForm nik={nik} onNik={setNik} />
      <DueList
        office={who.officer.office.wilayah}
        onChoose={(chosen) => {
          setNik(chosen);
          scrollTo(0, 0);
        }}
      />
      {who.may.includes('kia.partners') && (
        <div>
          <Button kind="secondary" href="/kia/mitra">
            {t.partners}
          </Button>
        </div>
      )}
    </DeskPage>
  );
}
