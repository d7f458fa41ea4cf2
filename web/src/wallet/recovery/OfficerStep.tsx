import { Busy } from '../../shared/ui/Busy.tsx';
import { GiveUp } from './GiveUp.tsx';
import { NewHandsetQr } from './NewHandsetQr.tsx';
import { texts } from './texts.ts';

/** Software cannot tell; any officer can, at once. */
export function OfficerStep() {
  const t = texts();
  return (
    <>
      <p>{t.officerLead}</p>
      <NewHandsetQr label={t.qrForOfficer} />
      <Busy label={t.waitForOfficer} />
      <div class="wallet-actions">
        <GiveUp />
      </div>
    </>
  );
}
