import './kit.css';
import { useEffect } from 'preact/hooks';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { texts as deskTexts } from '../texts.ts';
import { door, enterKit } from './door.ts';
import { KitPages } from './KitPages.tsx';
import { texts } from './texts.ts';

/** The kit's door stands before the session's: it opens where there is no network. */
export function KitEntrance() {
  useEffect(enterKit, []);
  const t = texts();
  const { value } = door;
  switch (value.kind) {
    case 'here':
      return <KitPages kit={value.kit} />;
    case 'closed':
      return (
        <DeskPage title={t.title}>
          <Busy />
        </DeskPage>
      );
    case 'elsewhere':
      return (
        <DeskPage title={t.title}>
          <Notice tone="warning" title={t.elsewhereTitle} live>
            <p>{t.elsewhere}</p>
          </Notice>
        </DeskPage>
      );
    case 'forbidden':
      return (
        <DeskPage title={t.title}>
          <Notice tone="refusal" live>
            <p>{deskTexts().noStorage['storage/forbidden']}</p>
          </Notice>
        </DeskPage>
      );
  }
}
