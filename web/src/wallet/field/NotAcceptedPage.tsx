import { handoverTexts } from '@jatidiri/core/field/handoverTexts.ts';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** What was handed over was not accepted in the end: why, and what to do next. */
export function NotAcceptedPage() {
  const t = texts();
  const { field, startAnew } = useWallet();
  const standing = field.standing.value;
  const because = standing?.state === 'refused' ? standing.because : '';
  const known = Object.hasOwn(handoverTexts, because)
    ? handoverTexts[because as keyof typeof handoverTexts]
    : undefined;
  return (
    <WalletPage title={t.notAcceptedTitle} worksOffline>
      <Notice tone="refusal" title={t.notAccepted}>
        <p>{known?.[lang.value] ?? t.notAcceptedOther}</p>
        <p>{t.physical}</p>
      </Notice>
      <Button onClick={startAnew}>{t.startAnew}</Button>
    </WalletPage>
  );
}
