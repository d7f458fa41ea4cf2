import './family.css';
import { useLocation } from 'preact-iso/router';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { RefusalNotice } from '../RefusalNotice.tsx';
import { texts as shared } from '../texts.ts';
import { WalletPage } from '../WalletPage.tsx';
import { ChildPage } from './ChildPage.tsx';
import { FamilyPage } from './FamilyPage.tsx';
import { KkPage } from './KkPage.tsx';
import { OffersPage } from './OffersPage.tsx';
import { readKk } from './readFamily.ts';
import { texts } from './texts.ts';
import { useFamily } from './useFamily.ts';

/** The family: its card, the children's KIA, and what partners give them. */
export function FamilyPages() {
  const { path, route } = useLocation();
  const { family, today, refusal, load, renew } = useFamily();
  const t = texts();
  if (!family) {
    return (
      <WalletPage title={t.title} onBack={() => route('/')}>
        {refusal ? (
          <>
            <RefusalNotice refusal={refusal} />
            <Button onClick={load}>{shared().retry}</Button>
          </>
        ) : (
          <Busy label={t.loading} />
        )}
      </WalletPage>
    );
  }
  const child = family.children[Number(/^\/keluarga\/anak\/(\d+)$/.exec(path)?.[1] ?? -1)];
  if (child) return <ChildPage child={child} children={family.children} today={today} />;
  if (path === '/keluarga/kk') return <KkPage kk={family.kk} />;
  if (path === '/keluarga/penawaran') {
    const { kelurahan_desa, kecamatan } = readKk(family.kk.sdJwtVc);
    return <OffersPage region={family.region} home={[kelurahan_desa, kecamatan]} />;
  }
  return <FamilyPage family={family} today={today} refusal={refusal} onRenew={renew} />;
}
