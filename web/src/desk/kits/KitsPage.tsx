import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { announce } from '../../shared/ui/LiveRegion.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { useDesk } from '../desk.ts';
import { listKits, moveKit } from '../kit/kitApi.ts';
import { useProgramme } from '../programme/useProgramme.ts';
import { KitCard } from './KitCard.tsx';
import { texts } from './texts.ts';

/** The kits of the office, from any desk: also those that broke, were lost, or whose session is over. */
export function KitsPage() {
  const { session } = useDesk();
  const { route } = useLocation();
  const { value, refusal, busy, change, reload } = useProgramme(() => listKits(session));
  const t = texts();
  return (
    <DeskPage title={t.title} onBack={() => route('/')}>
      {refusal && <RefusalNotice refusal={refusal} />}
      {!value && !refusal && <Busy />}
      {value?.kits.length === 0 && <p>{t.none}</p>}
      {value?.kits.map((kit) => (
        <KitCard
          key={kit.kit}
          kit={kit}
          busy={busy}
          onMove={async (move) => {
            const moved = await change(moveKit(session, kit.kit, move));
            if (moved) announce(move.kind === 'revoke' ? t.lostDone : t.eraseDone);
          }}
          onSettled={() => void reload()}
        />
      ))}
      <p>
        <a href="/lapangan/cadangan">{t.backup}</a>
      </p>
    </DeskPage>
  );
}
