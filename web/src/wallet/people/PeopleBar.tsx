import { useContext, useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { WalletContext } from '../wallet.ts';
import { OWNER, readPeople, removePerson, switchTo } from './people.ts';
import { texts } from './texts.ts';

/** On a handset that a household shares: whose wallet this is, and the way to another one's, which is locked. */
export function PeopleBar() {
  const t = texts();
  const [open, setOpen] = useState(false);
  const wallet = useContext(WalletContext);
  const { current, all } = readPeople();
  if (all.length < 2) return null;
  const own = all.find(({ id }) => id === current);
  const holdsNothing = wallet?.application.status.value === undefined;
  return (
    <aside class="wallet-centre" aria-label={t.bar}>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t.whose(own?.label ?? '')}
      </Button>
      <Dialog open={open} title={t.choose} onClose={() => setOpen(false)}>
        <div class="wallet-actions">
          {all
            .filter(({ id }) => id !== current)
            .map(({ id, label }) => (
              <Button key={id} kind="secondary" onClick={() => switchTo(id)}>
                {label}
              </Button>
            ))}
        </div>
        <p class="soft">{t.locked}</p>
        {holdsNothing && current !== OWNER && (
          <Button kind="quiet" onClick={() => removePerson(current)}>
            {t.remove(own?.label ?? '')}
          </Button>
        )}
      </Dialog>
    </aside>
  );
}
