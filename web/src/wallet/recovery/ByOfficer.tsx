import type { RecoveryStatus } from '@jatidiri/core/recovery/wire.ts';
import { useState } from 'preact/hooks';
import { useWallet } from '../wallet.ts';
import { NewHandsetQr } from './NewHandsetQr.tsx';
import { texts } from './texts.ts';

/** What any officer scans to end the matter at once. */
export function OfficerQr({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const { recovery } = useWallet();
  // A new handset is given the identity; the one that holds it is told that its recovery is complete.
  const ask = request.kind === 'move' ? recovery.look : recovery.refresh;
  return <NewHandsetQr label={t.qrForOfficer} ask={ask} />;
}

/** At every step: who stands before an officer need not go on alone. */
export function ByOfficer({ request }: { request: RecoveryStatus }) {
  const t = texts();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.byOfficer}</summary>
      <div class="stack-s">
        <p>{t.byOfficerHow}</p>
        {open && <OfficerQr request={request} />}
      </div>
    </details>
  );
}
