import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { OfficerCheck } from '../../shared/officer/OfficerCheck.tsx';
import type { OfficerTrust } from '../../shared/officer/officerTrust.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { officerTrust } from './roots.ts';
import { texts } from './texts.ts';

/** Before anything is given: needs no PIN, no identity and, once prepared, no network. */
export function CheckOfficerPage() {
  const t = texts();
  const { route } = useLocation();
  const { handset } = useWallet();
  const [trust, setTrust] = useState<OfficerTrust | 'none'>();
  useEffect(() => {
    void officerTrust(handset.store).then((known) => setTrust(known ?? 'none'));
  }, [handset]);
  return (
    <WalletPage title={t.checkTitle} onBack={() => route('/')} worksOffline>
      {trust === undefined && <Busy />}
      {trust === 'none' && (
        <Notice tone="warning" live>
          <p>{t.noRoots}</p>
        </Notice>
      )}
      {typeof trust === 'object' && <OfficerCheck trust={trust} now={handset.clock.now} />}
    </WalletPage>
  );
}
