import { useLocation } from 'preact-iso/router';
import { formatDay } from '../../shared/format.ts';
import { QrView } from '../../shared/qr/QrView.tsx';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { badgeTexts } from './badgeTexts.ts';
import { readPoster } from './outreachApi.ts';
import { texts } from './texts.ts';

/** What hangs at the door: printed by the browser, good on the session's days alone. */
export function PosterPage({ id }: { id: string }) {
  const t = badgeTexts();
  const { route } = useLocation();
  const { session } = useDesk();
  const { value, refusal } = useProgramme(() => readPoster(session, id));
  return (
    <DeskPage title={t.posterTitle} onBack={() => route('/jemput-bola')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value && (
        <>
          <h2>{value.place}</h2>
          <p>
            {value.officeName} · {texts().days(formatDay(value.from), formatDay(value.to))}
          </p>
          <QrView data={value.poster} label={t.poster} correction="M" />
          <p>{t.posterHow}</p>
          <div class="no-print">
            <Button onClick={() => print()}>{t.print}</Button>
          </div>
        </>
      )}
    </DeskPage>
  );
}
