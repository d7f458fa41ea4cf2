import type { ComponentChildren } from 'preact';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { online } from './online.ts';
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

/** A page of the wallet; it says when there is no network, before a button fails. */
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
    </Page>
  );
}
