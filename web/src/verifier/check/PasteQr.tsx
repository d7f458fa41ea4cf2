import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { texts } from './texts.ts';

/**
 * For a counter without a camera: what a QR reader of another kind has read. Only the front is trimmed: a space is a
 * digit of base45 and may well be the last one.
 */
export function PasteQr({ onText }: { onText: (text: string) => void }) {
  const t = texts();
  return (
    <details>
      <summary>{t.paste}</summary>
      <OneFieldForm
        name="qr"
        label={t.pasteLabel}
        hint={t.pasteHint}
        action={t.check}
        missing={t.pasteMissing}
        autoCapitalize="none"
        onText={(text) => onText(text.trimStart())}
      />
    </details>
  );
}
