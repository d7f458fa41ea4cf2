import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { installPrompt, isIosTab } from './installPrompt.ts';
import { kept, learnWhetherKept } from './kept.ts';
import { texts } from './texts.ts';

/**
 * What keeps an IKD on this handset, said before it is lost. The offer to install comes where somebody has decided to
 * stay, never at the door.
 */
export function KeepHint() {
  const t = texts();
  useEffect(() => void learnWhetherKept(), []);
  if (isIosTab())
    return (
      <Notice tone="warning" title={t.iosTitle}>
        <p>{t.ios}</p>
      </Notice>
    );
  const offer = installPrompt.value;
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
      {offer && <p class="soft">{t.installWhy}</p>}
      <p class="soft">{t.clearing}</p>
      {kept.value === false && <p class="soft">{t.notKept}</p>}
      {kept.value && <p class="soft">{t.kept}</p>}
    </div>
  );
}
