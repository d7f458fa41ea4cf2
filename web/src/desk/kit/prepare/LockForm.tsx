import { useState } from 'preact/hooks';
import { Busy } from '../../../shared/ui/Busy.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { OneFieldForm } from '../../../shared/ui/OneFieldForm.tsx';
import { drawPassphrase, plainPassphrase } from '../sealed/passphrase.ts';
import type { LockChoice } from './prepareKit.ts';
import { texts } from './texts.ts';

interface LockFormProps {
  readonly busy: boolean;
  readonly onChoice: (choice: LockChoice) => void;
}

/** The passkey where it can; otherwise a passphrase that the kit draws and the officer notes. */
export function LockForm({ busy, onChoice }: LockFormProps) {
  const [passphrase, setPassphrase] = useState<string>();
  const [differs, setDiffers] = useState(false);
  const t = texts();

  function repeat(typed: string): void {
    const same = passphrase !== undefined && plainPassphrase(typed) === plainPassphrase(passphrase);
    setDiffers(!same);
    if (same) onChoice({ kind: 'passphrase', passphrase });
  }
  if (passphrase)
    return (
      <>
        <p>{t.passphraseLead}</p>
        <p class="kit-passphrase">{passphrase}</p>
        {differs && (
          <Notice tone="refusal" live>
            <p>{t.passphraseDiffers}</p>
          </Notice>
        )}
        <OneFieldForm
          name="repeat"
          label={t.passphraseRepeat}
          hint={t.passphraseRepeatHint}
          action={t.withPassphrase}
          missing={t.passphraseMissing}
          busy={busy}
          autoCapitalize="none"
          onText={repeat}
        />
        {busy && <Busy label={t.preparing} />}
      </>
    );
  return (
    <>
      <p>{t.lockLead}</p>
      <Button busy={busy} onClick={() => onChoice({ kind: 'passkey' })}>
        {t.byPasskey}
      </Button>
      <div>
        <Button kind="quiet" onClick={() => setPassphrase(drawPassphrase())}>
          {t.byPassphrase}
        </Button>
      </div>
      {busy && <Busy label={t.preparing} />}
    </>
  );
}
