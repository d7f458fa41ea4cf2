import { presentRefusals } from '@jatidiri/core/holder/presentRefusals.ts';
import { useLocation } from 'preact-iso/router';
import { lang } from '../../shared/i18n.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { refusalText } from '../RefusalNotice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import type { QuestionRefusal } from './presentation.ts';
import { texts } from './texts.ts';

interface End {
  readonly tone: 'success' | 'info' | 'warning' | 'refusal';
  readonly title: string;
  readonly text: string;
  /** The verifier's own page, which takes over. */
  readonly goOn?: { readonly label: string; readonly href: string } | undefined;
}

/** What came of a request. */
export function EndPage({ tone, title, text, goOn }: End) {
  const t = texts();
  const { route } = useLocation();
  return (
    <WalletPage title={title} onBack={() => route('/')}>
      <Notice tone={tone} live>
        <p>{text}</p>
      </Notice>
      <div class="wallet-actions">
        {goOn && <Button href={goOn.href}>{goOn.label}</Button>}
        <Button kind={goOn ? 'secondary' : 'primary'} href="/">
          {t.toCard}
        </Button>
        {tone !== 'success' && !goOn && (
          <Button kind="secondary" href="/pindai">
            {t.scanAgain}
          </Button>
        )}
      </div>
    </WalletPage>
  );
}

export function ended(how: 'sent' | 'declined', name: string, redirectUri: string | undefined): End {
  const t = texts();
  const goOn = redirectUri === undefined ? undefined : { label: t.goOn(name), href: redirectUri };
  return how === 'sent'
    ? { tone: 'success', title: t.sentTitle, text: t.sent(name), goOn }
    : { tone: 'info', title: t.declinedTitle, text: t.declined, goOn };
}

/** What could be a fraud is said loudly; what is merely late or out of reach is not. */
const HARMLESS: ReadonlySet<string> = new Set([
  'present/unreachable',
  'present/request-gone',
  'present/expired',
  'present/nothing-fits',
  'present/answer-refused',
]);

export function refused(refusal: QuestionRefusal): End {
  const t = texts();
  if ('detail' in refusal) return { tone: 'warning', title: t.notSentTitle, text: refusalText(refusal) };
  const text = presentRefusals[refusal.code][lang.value];
  return HARMLESS.has(refusal.code)
    ? { tone: 'warning', title: t.notSentTitle, text }
    : { tone: 'refusal', title: t.refusedTitle, text };
}
