import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

/** For a desk without a camera: what the QR says, as text. */
export function PasteQr({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const t = texts();

  function send(event: Event): void {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') document.getElementById(fieldId('qr'))?.focus();
    else onText(text.trim());
  }
  return (
    <details>
      <summary>{t.paste}</summary>
      <form class="stack-s" noValidate onSubmit={send}>
        <Field
          name="qr"
          label={t.pasteLabel}
          hint={t.pasteHint}
          error={missing ? t.pasteMissing : undefined}
          value={text}
          onValue={setText}
          autoComplete="off"
          autoCapitalize="none"
        />
        <div>
          <Button kind="secondary" type="submit" busy={busy}>
            {t.lookUp}
          </Button>
        </div>
      </form>
    </details>
  );
}
