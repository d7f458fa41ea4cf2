import { useState } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Field, fieldId } from '../../shared/ui/Field.tsx';
import { texts } from './texts.ts';

/** For a counter without a camera: what a QR reader of another kind has read. */
export function PasteQr({ onText }: { onText: (text: string) => void }) {
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const t = texts();

  function send(event: Event): void {
    event.preventDefault();
    setMissing(text.trim() === '');
    if (text.trim() === '') document.getElementById(fieldId('qr'))?.focus();
    // Only the front is trimmed: a space is a digit of base45 and may well be the last one.
    else onText(text.trimStart());
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
          <Button kind="secondary" type="submit">
            {t.check}
          </Button>
        </div>
      </form>
    </details>
  );
}
