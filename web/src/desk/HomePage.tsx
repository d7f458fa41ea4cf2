import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { Button } from '../shared/ui/Button.tsx';
import { LinkCard } from '../shared/ui/Card.tsx';
import { texts as cardTexts } from './cards/texts.ts';
import { DeskPage } from './DeskPage.tsx';
import { useDesk } from './desk.ts';
import { texts as familyTexts } from './family/texts.ts';
import { texts as kiaTexts } from './kia/texts.ts';
import { texts as kitTexts } from './kit/texts.ts';
import { texts as movingTexts } from './moving/texts.ts';
import { OutboxNotice } from './OutboxNotice.tsx';
import { badgeTexts } from './outreach/badgeTexts.ts';
import { texts as outreachTexts } from './outreach/texts.ts';
import { WorkingNotice } from './outreach/WorkingNotice.tsx';
import { texts as programmeTexts } from './programme/texts.ts';
import { texts as recordingTexts } from './recording/texts.ts';
import { texts as requestTexts } from './requests/texts.ts';
import { texts } from './texts.ts';

/** Who sits here, and the one thing that they come for. */
export function HomePage({ who }: { who: SignedInOfficer }) {
  const { session } = useDesk();
  const { officer, may } = who;
  const t = texts();
  return (
    <DeskPage title={t.greeting(officer.name)}>
      <p class="desk-who">
        {t.roles[officer.role]} · {officer.office.name}
      </p>
      <OutboxNotice />
      <WorkingNotice />
      {may.includes('activation.decide') && (
        <div class="stack-s">
          <Button href="/pindai">{t.scan}</Button>
          <p class="soft">{t.scanHint}</p>
        </div>
      )}
      {may.includes('activation.end') && (
        <>
          <LinkCard href="/ponsel-baru" title={movingTexts().title}>
            {t.movingHint}
          </LinkCard>
          <LinkCard href="/lepas" title={t.ending}>
            {t.endingHint}
          </LinkCard>
          <LinkCard href="/tangguhkan" title={t.holding}>
            {t.holdingHint}
          </LinkCard>
        </>
      )}
      {may.includes('recording.read') && (
        <LinkCard href="/perekaman" title={recordingTexts().title}>
          {recordingTexts().hint}
        </LinkCard>
      )}
      {may.includes('card.print') && (
        <LinkCard href="/kartu" title={cardTexts().title}>
          {cardTexts().hint}
        </LinkCard>
      )}
      {may.includes('family.record') && (
        <LinkCard href="/keluarga" title={familyTexts().title}>
          {familyTexts().hint}
        </LinkCard>
      )}
      {may.includes('kia.issue') && (
        <LinkCard href="/kia" title={kiaTexts().title}>
          {kiaTexts().hint}
        </LinkCard>
      )}
      {may.includes('partner.list') && (
        <LinkCard href="/lembaga" title={t.partners}>
          {t.partnersHint}
        </LinkCard>
      )}
      {may.includes('service.work') && (
        <LinkCard href="/permohonan" title={requestTexts().title}>
          {requestTexts().hint}
        </LinkCard>
      )}
      {may.includes('objection.answer') && (
        <LinkCard href="/keberatan" title={t.objections}>
          {t.objectionsHint}
        </LinkCard>
      )}
      {may.includes('programme.read') && (
        <LinkCard href="/program" title={programmeTexts().title}>
          {programmeTexts().hint}
        </LinkCard>
      )}
      {may.includes('outreach.hold') && (
        <LinkCard href="/lencana" title={badgeTexts().title}>
          {badgeTexts().hint}
        </LinkCard>
      )}
      {may.includes('outreach.read') && (
        <LinkCard href="/jemput-bola" title={outreachTexts().title}>
          {outreachTexts().hint}
        </LinkCard>
      )}
      {may.includes('activation.decide') && (
        <LinkCard href="/lapangan" title={kitTexts().title}>
          {kitTexts().hint}
        </LinkCard>
      )}
      {may.includes('officer.list') && (
        <LinkCard href="/petugas" title={t.staff}>
          {t.staffHint}
        </LinkCard>
      )}
      <div>
        <Button kind="quiet" onClick={() => void session.signOut()}>
          {t.signOut}
        </Button>
      </div>
    </DeskPage>
  );
}
