import { Button } from '../shared/ui/Button.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import type { HandsetRefusal } from './handset/handset.ts';
import { texts } from './texts.ts';
import { WalletPage } from './WalletPage.tsx';

/** Without storage or cryptography an IKD would be gone with the page: better not to begin. */
export function NoStoragePage({ code }: { code: HandsetRefusal['code'] }) {
  const t = texts();
  return (
    <WalletPage title={t.noStorageTitle}>
      <Notice tone="refusal">
        <p>{t.noStorage[code]}</p>
      </Notice>
      <Button onClick={() => location.reload()}>{t.retry}</Button>
    </WalletPage>
  );
}
