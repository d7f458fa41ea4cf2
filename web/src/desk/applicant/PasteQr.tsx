import { OneFieldForm } from '../../shared/ui/OneFieldForm.tsx';
import { texts } from './texts.ts';

/** For a desk without a camera: what the QR says, as text. */
export function PasteQr({ busy, onText }: { busy: boolean; onText: (text: string) => void }) {
  const t = texts();
  return (
    <details>
      <summary>{t.paste}</summary>
      <OneFieldForm
        name="qr"
        label={t.pasteLabel}
        hint={t.pasteHint}
        action={t.lookUp}
        missing={t.pasteMissing}
        busy={busy}
        autoCapitalize="none"
        onText={(text) => onText(text.trim())}
      />
    </details>
  );
}
