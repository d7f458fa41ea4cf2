import type { KiaCardShown } from '@jatidiri/core/kia/wire.ts';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { useDesk } from '../desk.ts';
import { FindByNik, type NikSearch, useNikSearch } from '../FindByNik.tsx';
import { findCard } from './kiaApi.ts';
import { texts } from './texts.ts';

/** The card of one child: of more than one looks through, a list shows the newest alone. */
export function FindKiaForm({ onFound }: { readonly onFound: (card: KiaCardShown) => void }) {
  const { session } = useDesk();
  const t = texts();
  const search: NikSearch = useNikSearch(async (nik) => {
    const found = await findCard(session, nik);
    if (!found.ok) return found.refusal;
    search.setNik('');
    onFound(found.value);
    return undefined;
  });
  return (
    <FindByNik
      search={search}
      name="kiaOf"
      label={t.find}
      hint={t.nikHint}
      wrong={t.nikWrong}
      action={t.findNow}
      kind="secondary"
    >
      {search.refusal && <RefusalNotice refusal={search.refusal} />}
    </FindByNik>
  );
}
