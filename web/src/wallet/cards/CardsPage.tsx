import './cards.css';
import { CARD_GROUPS } from '@jatidiri/core/partner/cardIssuers.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDate } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { cardGroups } from '../../shared/partner/cardGroups.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { openHolder } from '../copies/holder.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet } from '../wallet.ts';
import { readCards, type Shown } from './readCards.ts';
import { texts } from './texts.ts';

/** The cards of other institutions, by what they are about; each with its validity and whether it was withdrawn. */
export function CardsPage() {
  const t = texts();
  const wallet = useWallet();
  const { route } = useLocation();
  const [shown, setShown] = useState<readonly Shown[]>();

  async function load(): Promise<void> {
    setShown(await readCards(wallet, false));
    // What the issuers say comes later, when it can be had.
    setShown(await readCards(wallet, true));
  }
  useEffect(() => void load(), []);

  async function drop(keyIds: readonly string[]): Promise<void> {
    await openHolder(wallet).store.drop(new Set(keyIds));
    await load();
  }
  return (
    <WalletPage title={t.title} onBack={() => route('/')} worksOffline>
      <p>{t.lead}</p>
      {!shown && <Busy />}
      {shown?.length === 0 && <p>{t.none}</p>}
      {CARD_GROUPS.map((group) => {
        const cards = shown?.filter(({ face }) => face.group === group) ?? [];
        if (cards.length === 0) return null;
        return (
          <section key={group} class="stack-s">
            <h2>{cardGroups()[group]}</h2>
            {cards.map((card) => (
              <OtherCard key={card.keyIds[0]} card={card} onDrop={() => drop(card.keyIds)} />
            ))}
          </section>
        );
      })}
      <Button kind="secondary" href="/pindai">
        {t.add}
      </Button>
      <p class="soft">{t.addHint}</p>
    </WalletPage>
  );
}

function OtherCard({ card, onDrop }: { card: Shown; onDrop: () => Promise<void> }) {
  const t = texts();
  const { face, expiresAt, lines, withdrawn } = card;
  const expired = expiresAt !== undefined && expiresAt <= new Date();
  const until = expiresAt && formatDate(expiresAt);
  return (
    <article class="card other-card">
      <h3>{face.name[lang.value]}</h3>
      <p class="soft">{face.institution}</p>
      <p class={withdrawn || expired ? 'other-over' : 'other-valid'}>
        {withdrawn ? t.withdrawn : expired ? t.expired(until!) : t.valid(until)}
      </p>
      <details>
        <summary>
          {t.lines}
          <span class="unseen">: {face.name[lang.value]}</span>
        </summary>
        <dl class="other-lines">
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details>
        <summary>
          {t.remove}
          <span class="unseen">: {face.name[lang.value]}</span>
        </summary>
        <p>{t.removeMeaning}</p>
        <Button kind="danger" onClick={onDrop}>
          {t.removeYes}
          <span class="unseen">: {face.name[lang.value]}</span>
        </Button>
      </details>
    </article>
  );
}
