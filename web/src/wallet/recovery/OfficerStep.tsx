import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { useWallet } from '../wallet.ts';
import { GiveUp } from './GiveUp.tsx';
import { NewHandsetQr } from './NewHandsetQr.tsx';
import { texts } from './texts.ts';

/** Software cannot tell; any officer can, at once. */
export function OfficerStep({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery } = useWallet();
  // A new handset is given the identity; the one that holds it is told that the recovery is complete.
  const ask = request.kind === 'move' ? recovery.look : recovery.refresh;
  return (
    <>
      <p>{t.officerLead}</p>
      <NewHandsetQr label={t.qrForOfficer} ask={ask} />
      <Busy label={t.waitForOfficer} />
      <div class="wallet-actions">
        <GiveUp />
      </div>
    </>
  );
}
