import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { OfficerQr } from './ByOfficer.tsx';
import { GiveUp } from './GiveUp.tsx';
import { texts } from './texts.ts';

/** Software cannot tell, or no message reaches the resident; any officer can help, at once. */
export function OfficerStep({ request }: { request: RecoveryStatus }) {
  const t = texts();
  return (
    <>
      <p>{t.officerLead}</p>
      <OfficerQr request={request} />
      <Busy label={t.waitForOfficer} />
      <div class="wallet-actions">
        <GiveUp />
      </div>
    </>
  );
}
