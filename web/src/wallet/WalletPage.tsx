import type { ComponentChildren } from 'preact';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { line } from '../shared/untilAnswered.ts';
import { online } from './online.ts';
import { PeopleBar } from './people/PeopleBar.tsx';
import { texts } from './texts.ts';

interface WalletPageProps {
  title: string;
  above?: ComponentChildren;
  onBack?: () => void;
  footer?: ComponentChildren;
  /** The page does its work without a network, so it need not complain about one. */
  worksOffline?: boolean;
  children: ComponentChildren;
}

/** A page of the wallet; it says when there is no network, before a button fails, and what happens to what was sent. */
export function WalletPage({ worksOffline, children, ...page }: WalletPageProps) {
  const t = texts();
  return (
    <Page service={t.service} {...page}>
      {!worksOffline && !online.value && (
        <Notice tone="warning" live>
          <p>{t.offline}</p>
        </Notice>
      )}
      {children}
      <LineNotice />
      <PeopleBar />
    </Page>
  );
}

/** Nobody has to press again: that is said while it takes long, and within sight wherever the page is scrolled to. */
function LineNotice() {
  const t = texts();
  if (line.value === 'good') return null;
  const isLost = line.value === 'lost';
  return (
    <div class="wallet-line">
      <Notice tone={isLost ? 'warning' : 'info'} title={isLost ? t.lineLostTitle : t.lineSlowTitle} live>
        <p>{isLost ? t.lineLost : t.lineSlow}</p>
      </Notice>
    </div>
  );
}
