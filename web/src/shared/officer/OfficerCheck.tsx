import './officer.css';
import type { BadgeRefusal, Vouched } from '@jatidiri/core/badge/model.ts';
import { verifyBadge } from '@jatidiri/core/badge/verifyBadge.ts';
import type { Result } from '@jatidiri/core/kit/result.ts';
import { webSuite } from '@jatidiri/core/kit/webSuite.ts';
import { useState } from 'preact/hooks';
import { QrScanner } from '../qr/QrScanner.tsx';
import { Button } from '../ui/Button.tsx';
import { drawNumber } from './drawNumber.ts';
import type { OfficerTrust } from './officerTrust.ts';
import { officerWords } from './officerWords.ts';
import { Vouching } from './Vouching.tsx';

interface OfficerCheckProps {
  readonly trust: OfficerTrust;
  /** By the server's clock as far as this device knows it. */
  readonly now: () => Date;
}

type Checked = Result<Vouched, BadgeRefusal>;

/** Scans an officer's badge or a session's poster, and says whom the authority vouches for, or warns. */
export function OfficerCheck({ trust, now }: OfficerCheckProps) {
  const t = officerWords();
  const [number, setNumber] = useState(drawNumber);
  const [checked, setChecked] = useState<Checked>();

  async function check(text: string): Promise<void> {
    setChecked(await verifyBadge(text, { ...trust, now: now(), number }, webSuite(crypto.subtle)));
  }
  function again(): void {
    // A number is good for one look: whoever saw it cannot prepare for the next.
    setNumber(drawNumber());
    setChecked(undefined);
  }
  if (checked) {
    return (
      <div class="stack">
        <Vouching checked={checked} />
        <div>
          <Button kind={checked.ok ? 'secondary' : 'primary'} onClick={again}>
            {t.again}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div class="stack">
      <p>{t.lead}</p>
      <div class="officer-number">
        <p>{t.askNumber}</p>
        <p class="officer-digits">{number}</p>
      </div>
      <QrScanner onText={(text) => void check(text)} hint={t.point} />
    </div>
  );
}
