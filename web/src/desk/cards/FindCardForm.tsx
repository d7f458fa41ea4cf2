import type { CardShown } from '@jatidiri/core/card/wire.ts';
import { useState } from 'preact/hooks';
import { Notice } from '../../shared/ui/Notice.tsx';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { FindByNik, useNikSearch } from '../FindByNik.tsx';
import { findCard } from './cardsApi.ts';
import { texts } from './texts.ts';

/** The card of whoever stands there: handed over when it lies on the shelf, else where it is. */
export function FindCardForm({ onHandOver }: { readonly onHandOver: (card: CardShown) => void }) {
  const { session } = useDesk();
  const t = texts();
  const [elsewhere, setElsewhere] = useState<CardShown>();
  const search = useNikSearch(async (nik) => {
    setElsewhere(undefined);
    const found = await findCard(session, nik);
    if (!found.ok) return found.refusal;
    if (found.value.state === 'printed') onHandOver(found.value);
    else setElsewhere(found.value);
    return undefined;
  });
  return (
    <FindByNik
      search={search}
      name="cardOf"
      label={t.find}
      hint={t.findHint}
      wrong={t.nikWrong}
      action={t.findNow}
      kind="secondary"
    >
      {search.refusal && <RefusalNotice refusal={search.refusal} />}
      {elsewhere && !search.isWrong && (
        <Notice title={elsewhere.state === 'ordered' ? t.foundOrdered : t.foundPrinting} live>
          <p>{elsewhere.name}</p>
        </Notice>
      )}
    </FindByNik>
  );
}
