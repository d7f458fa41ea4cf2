import { Button } from '../shared/ui/Button.tsx';
import { installPrompt, needsIosHint } from './installPrompt.ts';
import { texts } from './texts.ts';

/** Offered where somebody has decided to stay, never at the door. */
export function InstallHint() {
  const t = texts();
  const offer = installPrompt.value;
  if (!offer && !needsIosHint()) return null;
  async function install(): Promise<void> {
    await offer?.prompt();
    installPrompt.value = undefined;
  }
  return (
    <div class="stack-s">
      {offer && (
        <div>
          <Button kind="secondary" onClick={install}>
            {t.install}
          </Button>
        </div>
      )}
      <p class="soft">{offer ? t.installWhy : `${t.installWhy} ${t.installIos}`}</p>
    </div>
  );
}
