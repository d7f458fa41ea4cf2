import type { ApiRefusal } from '../../shared/api.ts';
import { RefusalNotice } from '../../shared/ui/RefusalNotice.tsx';
import { DeskPage } from '../DeskPage.tsx';
import { FindByNik, useNikSearch } from '../FindByNik.tsx';
import { texts } from './texts.ts';

interface FindPageProps {
  /** Why somebody who was asked for on another page is not shown. */
  readonly because?: ApiRefusal | undefined;
  readonly onFind: (nik: string) => Promise<ApiRefusal | undefined>;
  readonly onBack: () => void;
}

/** Whose family it is about, by the NIK of anybody in it. */
export function FindPage({ because, onFind, onBack }: FindPageProps) {
  const t = texts();
  const search = useNikSearch(onFind);
  const shown = search.refusal ?? because;
  return (
    <DeskPage title={t.title} onBack={onBack}>
      <p class="soft">{t.lead}</p>
      {shown && <RefusalNotice refusal={shown} />}
      <FindByNik search={search} label={t.nik} hint={t.nikHint} wrong={t.nikWrong} action={t.find} />
    </DeskPage>
  );
}
