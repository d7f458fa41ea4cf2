import { useEffect, useState } from 'preact/hooks';
import { formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { useDesk } from '../desk.ts';
import type { KitAbout } from './about.ts';
import { copiesIn } from './entries/backup.ts';
import { openOutcomes } from './homecoming/outcomes.ts';
import { SendCopiesForm } from './homecoming/SendCopiesForm.tsx';
import { texts as homecomingTexts } from './homecoming/texts.ts';
import { KitPage } from './KitPage.tsx';
import type { Kit } from './kit.ts';
import { moveKit } from './kitApi.ts';
import { SignedIn } from './SignedIn.tsx';
import { texts } from './texts.ts';

/** After its session, or when the office says so, a kit refuses everything but to bring home what it wrote, which it can no longer read. */
export function OverPage({ kit, about }: { kit: Kit; about: KitAbout }) {
  const { unsent, forget } = useUnsent(kit);
  const t = texts();
  const { place, from, to } = about.session;
  if (!unsent) return null;
  return (
    <KitPage title={about.dismissed ? t.dismissedTitle : t.overTitle} onBack={undefined}>
      <p class="desk-who">{t.where(place, formatDay(from), formatDay(to))}</p>
      <Notice tone="info">
        <p>{t.over}</p>
      </Notice>
      {unsent.length === 0 ? (
        <Button kind="danger" onClick={() => void kit.erase()}>
          {t.eraseAll}
        </Button>
      ) : (
        <>
          <p>{t.overUnsent(unsent.length)}</p>
          <SignedIn>{() => <SendAndErase kit={kit} id={about.kit} jwes={unsent} onDone={forget} />}</SignedIn>
        </>
      )}
    </KitPage>
  );
}

interface SendAndEraseProps {
  readonly kit: Kit;
  readonly id: string;
  readonly jwes: readonly string[];
  readonly onDone: () => void;
}

function SendAndErase({ kit, id, jwes, onDone }: SendAndEraseProps) {
  const { session } = useDesk();
  async function erase(): Promise<void> {
    onDone();
    await kit.erase();
    await moveKit(session, id, { kind: 'erased' });
  }
  return (
    <SendCopiesForm
      backup={{ kit: id, jwes }}
      action={homecomingTexts().sendCopies}
      onDone={() => void erase()}
    />
  );
}

/** The copies of entries that the server has not answered for good. */
function useUnsent(kit: Kit) {
  const [unsent, setUnsent] = useState<readonly string[]>();
  useEffect(() => {
    async function read(): Promise<void> {
      const outcomes = (await openOutcomes(kit.store)).of.value;
      const isHome = (n: number) => outcomes.has(n) && outcomes.get(n)?.kind !== 'waitsForPhoto';
      const copies = await copiesIn(kit.store);
      setUnsent(copies.filter(({ n }) => !isHome(n)).map(({ jwe }) => jwe));
    }
    void read();
  }, [kit]);
  return { unsent, forget: () => setUnsent([]) };
}
