import { GO_LIVE_STEPS, type PartnerOverview } from '@jatidiri/core/partner/portalWire.ts';
import { purposeWords } from '../../shared/partner/words.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card, LinkCard } from '../../shared/ui/Card.tsx';
import { Notice, type Tone } from '../../shared/ui/Notice.tsx';
import { PortalPage } from '../PortalPage.tsx';
import { usePortal } from '../portal.ts';
import { texts as portalTexts } from '../texts.ts';
import { InviteCard } from './InviteCard.tsx';
import { texts } from './texts.ts';

const TONES: Record<PartnerOverview['state']['kind'], Tone> = {
  applied: 'info',
  refused: 'refusal',
  approved: 'success',
  memorandum: 'success',
  active: 'success',
  suspended: 'refusal',
  ended: 'warning',
};

/** Where the institution stands, and the one thing that comes next. */
export function HomePage({ partner }: { partner: PartnerOverview }) {
  const { session } = usePortal();
  const { kind, reason } = partner.state;
  const t = texts();
  const mayUseKeys = ['approved', 'memorandum', 'active'].includes(kind);
  const isLive = partner.clients.some(({ environment }) => environment === 'production');
  return (
    <PortalPage title={partner.name} wide>
      <Notice tone={TONES[kind]} title={purposeWords().states[kind]}>
        {reason && <p>{t.reason(reason)}</p>}
        <p>{nextStep(partner)}</p>
      </Notice>
      <NextButton partner={partner} />
      {mayUseKeys && !isLive && <CheckList partner={partner} />}
      <div class="tiles">
        <LinkCard href="/dokumen" title={t.documents}>
          {t.documentsHint(partner.documents.length)}
        </LinkCard>
        {kind !== 'applied' && kind !== 'refused' && (
          <LinkCard href="/nota-kesepahaman" title={t.memorandum}>
            {kind === 'approved' ? t.toAccept : t.toRead}
          </LinkCard>
        )}
        {(partner.offered || partner.inForce) && (
          <LinkCard href="/pks" title={t.agreement}>
            {partner.offered ? t.toAccept : t.toRead}
          </LinkCard>
        )}
        {mayUseKeys && (
          <LinkCard href="/kunci" title={t.keys}>
            {t.keysHint(partner.clients.length)}
          </LinkCard>
        )}
        {mayUseKeys && (
          <LinkCard href="/uji-coba" title={t.sandbox}>
            {t.sandboxHint}
          </LinkCard>
        )}
        {partner.inForce?.terms.scopes.includes('consent') && (
          <LinkCard href="/persetujuan" title={t.grants}>
            {t.grantsHint}
          </LinkCard>
        )}
        {partner.inForce && (
          <LinkCard href="/pemakaian" title={t.usage}>
            {t.usageHint}
          </LinkCard>
        )}
      </div>
      <InviteCard people={partner.representatives} />
      <div>
        <Button kind="quiet" onClick={() => void session.signOut()}>
          {portalTexts().signOut}
        </Button>
      </div>
    </PortalPage>
  );
}

function nextStep({ state, offered, goLive, clients }: PartnerOverview): string {
  const t = texts().next;
  switch (state.kind) {
    case 'applied':
    case 'refused':
    case 'approved':
    case 'suspended':
    case 'ended':
      return t[state.kind];
    case 'memorandum':
      return offered ? t.offered : t.memorandum;
    case 'active':
      if (offered) return t.offered;
      if (clients.some(({ environment }) => environment === 'production')) return t.live;
      return goLive.sandboxUsed ? t.openProduction : t.trySandbox;
  }
}

/** One press to what comes next, where it is the institution's turn. */
function NextButton({ partner: { state, offered, clients } }: { partner: PartnerOverview }) {
  const t = texts();
  if (state.kind === 'approved') return <Act href="/nota-kesepahaman">{t.readMemorandum}</Act>;
  if (offered && (state.kind === 'memorandum' || state.kind === 'active'))
    return <Act href="/pks">{t.readAgreement}</Act>;
  if (state.kind === 'active' && !clients.some(({ environment }) => environment === 'production'))
    return <Act href="/kunci">{t.goToKeys}</Act>;
  return null;
}

function Act({ href, children }: { href: string; children: string }) {
  return (
    <div>
      <Button href={href}>{children}</Button>
    </div>
  );
}

/** What is done before production, and what is left; each sign has a word. */
function CheckList({ partner }: { partner: PartnerOverview }) {
  const t = texts();
  return (
    <Card title={t.checkList}>
      <ul class="todo">
        {GO_LIVE_STEPS.map((step) => (
          <li key={step} class={partner.goLive[step] ? 'todo-done' : 'todo-left'}>
            <span class="todo-sign" aria-hidden="true">
              {partner.goLive[step] ? '✓' : '○'}
            </span>
            <span>
              {t.steps[step]}
              <span class="unseen"> – {partner.goLive[step] ? t.done : t.left}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
