import { useState } from 'preact/hooks';
import { Field } from '../../shared/ui/Field.tsx';
import { NikField } from '../../shared/ui/NikField.tsx';
import { useWallet } from '../wallet.ts';
import type { Entries } from './draft.ts';
import { texts } from './texts.ts';

interface HelperFieldsProps {
  readonly entries: Entries;
  readonly errorOf: (field: string) => string | undefined;
}

/** For whoever does not fill the form in alone: who helps, and the consent to it. */
export function HelperFields({ entries: { helperNik, helperName }, errorOf }: HelperFieldsProps) {
  const t = texts();
  const { application } = useWallet();
  const [open, setOpen] = useState(helperNik !== '' || helperName !== '');
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.helped}</summary>
      {open && (
        <div class="stack-s">
          <p>{t.helpedConsent}</p>
          <NikField
            name="helperNik"
            label={t.helperNik}
            hint={t.helperHint}
            error={errorOf('helperNik')}
            value={helperNik}
            onValue={(value) => application.enter({ helperNik: value })}
            optional
          />
          <Field
            name="helperName"
            label={t.helperName}
            hint=""
            error={errorOf('helperName')}
            value={helperName}
            onValue={(value) => application.enter({ helperName: value })}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={200}
            optional
          />
        </div>
      )}
    </details>
  );
}
