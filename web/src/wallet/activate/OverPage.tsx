import type { ApplicationStatus } from '@jatidiri/core/activation/wire.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { texts } from './texts.ts';

/** Refused, cancelled, expired, released or unknown: why, and what to do next. */
export function OverPage() {
  const t = texts();
  const { application, startAnew } = useWallet();
  const end = endOf(application.status.value, application.lost.value);
  const [why, next] = wordsOf(end, t);
  return (
    <WalletPage title={end.kind === 'ended' && end.reason === 'moved' ? t.movedAway : t.over[end.kind]}>
      <Notice tone={end.kind === 'refused' ? 'refusal' : 'info'} title={why}>
        <p>{next}</p>
        <p>{t.overFisik}</p>
      </Notice>
      <Button onClick={startAnew}>{t.startAnew}</Button>
    </WalletPage>
  );
}

type End =
  | { readonly kind: 'refused'; readonly reason: NonNullable<ApplicationStatus['refusedFor']> }
  | { readonly kind: 'ended'; readonly reason: NonNullable<ApplicationStatus['endedFor']> }
  | { readonly kind: 'cancelled' | 'expired' | 'lost' };

function endOf(status: ApplicationStatus | undefined, lost: boolean): End {
  if (!status || lost) return { kind: 'lost' };
  if (status.state === 'refused' && status.refusedFor) return { kind: 'refused', reason: status.refusedFor };
  if (status.state === 'ended') return { kind: 'ended', reason: status.endedFor ?? 'released' };
  return { kind: status.state === 'expired' ? 'expired' : 'cancelled' };
}

/** A title, where there is more to say than the page's own; and the next step. */
function wordsOf(end: End, t: ReturnType<typeof texts>): [string | undefined, string] {
  switch (end.kind) {
    case 'refused':
      return [t.reasons[end.reason].why, t.reasons[end.reason].next];
    case 'ended':
      return [undefined, t.ended[end.reason]];
    default:
      return [undefined, t.overNext[end.kind]];
  }
}
