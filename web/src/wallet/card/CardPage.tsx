import type { CredentialReply } from '@jatidiri/core/issuance/wire.ts';
import { formatDate } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { LinkCard } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ClockNotice } from '../ClockNotice.tsx';
import { KeepHint } from '../keep/KeepHint.tsx';
import { InboxLink } from '../questions/InboxLink.tsx';
import { useInbox } from '../questions/inbox.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { IdentityCard } from './IdentityCard.tsx';
import { readCard } from './readCard.ts';
import { texts } from './texts.ts';

/** The digital KTP, for its owner's eyes; the QR is for everybody else's. */
export function CardPage({ credential }: { credential: CredentialReply }) {
  const t = texts();
  useInbox();
  const until = new Date(credential.validUntil);
  const lapsed = until <= useWallet().handset.clock.now();
  return (
    <WalletPage title={t.title} worksOffline>
      {lapsed && (
        <Notice tone="refusal">
          <p>{t.lapsed}</p>
        </Notice>
      )}
      <InboxLink when="waiting" />
      <IdentityCard claims={readCard(credential.sdJwtVc)} portrait={credential.portrait} />
      <div class="stack-s">
        <div class="wallet-actions">
          <Button href="/tunjukkan">{t.show}</Button>
          <Button kind="secondary" href="/pindai">
            {t.scan}
          </Button>
        </div>
        <p class="soft">{t.notProof}</p>
      </div>
      <ClockNotice />
      <nav class="stack-s" aria-label={t.more}>
        <InboxLink when="quiet" />
        <LinkCard href="/kartu-lain" title={t.otherCards}>
          {t.otherCardsHint}
        </LinkCard>
        <LinkCard href="/fotokopi" title={t.photocopy}>
          {t.photocopyHint}
        </LinkCard>
        <LinkCard href="/keluarga" title={t.family}>
          {t.familyHint}
        </LinkCard>
        <LinkCard href="/permohonan" title={t.requests}>
          {t.requestsHint}
        </LinkCard>
        <LinkCard href="/jejak" title={t.trail}>
          {t.trailHint}
        </LinkCard>
        <LinkCard href="/izin" title={t.consents}>
          {t.consentsHint}
        </LinkCard>
        <LinkCard href="/keamanan" title={t.security}>
          {t.securityHint}
        </LinkCard>
      </nav>
      <KeepHint />
      {!lapsed && <p class="soft">{t.validUntil(formatDate(until))}</p>}
    </WalletPage>
  );
}
