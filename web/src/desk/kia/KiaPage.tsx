import './kia.css';
import type { KiaCardStepRequest } from '@jatidiri/core/kia/wire.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { newUuid } from '../../shared/newUuid.ts';
import { saveFile } from '../../shared/saveFile.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { DueList } from './DueList.tsx';
import { IssueForm } from './IssueForm.tsx';
import { KiaCards } from './KiaCards.tsx';
import { drawKia, listCards, stepCard } from './kiaApi.ts';
import { texts } from './texts.ts';

/** Issuing KIA, their cards, and the lists of children for whom one is due. */
export function KiaPage({ who }: { who: SignedInOfficer }) {
  const t = texts();
  const { session } = useDesk();
  const { route } = useLocation();
  const [nik, setNik] = useState('');
  const cards = useProgramme(() => listCards(session));

  async function print(child: string, id: string = newUuid()): Promise<void> {
    const drawn = await cards.change(drawKia(session, { id, nik: child }));
    if (drawn) saveFile(drawn.done, `kia-${id.slice(-8)}.pdf`);
  }
  async function step(id: string, to: KiaCardStepRequest): Promise<void> {
    if (await cards.change(stepCard(session, id, to))) announce(t.noted);
  }
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      <IssueForm nik={nik} onNik={setNik} onPrint={print} />
      {cards.refusal && <RefusalNotice refusal={cards.refusal} />}
      {cards.value && (
        <KiaCards
          cards={cards.value}
          busy={cards.busy}
          onStep={({ id }, to) => void step(id, to)}
          onPrintAgain={(card) => void print(card.nik, card.id)}
        />
      )}
      <DueList
        office={who.officer.office.wilayah}
        onChoose={(chosen) => {
          setNik(chosen);
          scrollTo(0, 0);
        }}
      />
      <div class="row">
        <Button kind="secondary" href="/kartu/persediaan?kartu=kia">
          {t.stock}
        </Button>
        {who.may.includes('kia.partners') && (
          <Button kind="secondary" href="/kia/mitra">
            {t.partners}
          </Button>
        )}
      </div>
    </DeskPage>
  );
}
