import type { KitMove, KitShown } from '@jatidiri/core/field/wire.ts';
import { useState } from 'preact/hooks';
import { formatDateTime, formatDay } from '../../shared/format.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Conflicts } from '../kit/homecoming/Conflicts.tsx';
import { LossForm } from './LossForm.tsx';
import { texts } from './texts.ts';

interface KitCardProps {
  readonly kit: KitShown;
  readonly busy: boolean;
  readonly onMove: (move: KitMove) => Promise<void>;
  /** Something came of one of its entries. */
  readonly onSettled: () => void;
}

/** One kit: where it is, what it brought and what is missing; and what the office can do about it. */
export function KitCard(props: KitCardProps) {
  const { kit, onSettled } = props;
  const [looking, setLooking] = useState(false);
  const { label, state, session, officers, seenAt, carried, entries, gaps } = kit;
  const open = entries.conflict + entries.waitsForPhoto;
  const t = texts();
  return (
    <Card title={label}>
      <p>
        <strong>{t.states[state]}</strong> ·{' '}
        {t.where(session.place, formatDay(session.from), formatDay(session.to))}
      </p>
      <p class="soft">
        {officers.map(({ name }) => name).join(', ')} · {t.seen(formatDateTime(new Date(seenAt)))}
        {carried > 0 && state !== 'erased' && ` · ${t.carried(carried)}`}
      </p>
      <p>{t.counts(entries.accepted, open)}</p>
      {gaps.length > 0 && (
        <p>
          <strong>{t.missing(gaps.map(numbersIn).join(', '))}</strong>
        </p>
      )}
      {looking && open > 0 && (
        <Conflicts kit={kit.kit} kinds={['conflict', 'waitsForPhoto']} waiting={open} onSettled={onSettled} />
      )}
      {!looking && open > 0 && (
        <div>
          <Button kind="secondary" onClick={() => setLooking(true)}>
            {t.open}
          </Button>
        </div>
      )}
      <Moves {...props} />
    </Card>
  );
}

function Moves({ kit, busy, onMove }: KitCardProps) {
  const [losing, setLosing] = useState(false);
  const t = texts();
  if (losing)
    return (
      <LossForm
        kit={kit.kit}
        busy={busy}
        onLoss={async (lostAt) => {
          await onMove({ kind: 'revoke', lostAt });
          setLosing(false);
        }}
        onCancel={() => setLosing(false)}
      />
    );
  if (kit.state === 'revoked') return null;
  return (
    <div class="row">
      {kit.state === 'prepared' && (
        <Button kind="secondary" busy={busy} onClick={() => void onMove({ kind: 'erase' })}>
          {t.erase}
        </Button>
      )}
      <Button kind="quiet" onClick={() => setLosing(true)}>
        {t.lost}
      </Button>
    </div>
  );
}

const numbersIn = ({ from, to }: KitShown['gaps'][number]): string =>
  from === to ? `${from}` : `${from}–${to}`;
