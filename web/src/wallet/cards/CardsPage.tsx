import './cards.css';
import { heldCredentials } from '@jatidiri/core/holder/copies.ts';
import { queriedCopy } from '@jatidiri/core/holder/heldClaims.ts';
import { withdrawnAmong } from '@jatidiri/core/holder/withdrawn.ts';
import { CARD_GROUPS } from '@jatidiri/core/partner/cardIssuers.ts';
import { webInflate } from '@jatidiri/core/statuslist/zlib.ts';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatDate, formatDay } from '../../shared/format.ts';
import { lang } from '../../shared/i18n.ts';
import { cardGroups } from '../../shared/partner/cardGroups.ts';
import { Busy } from '../../shared/ui/Busy.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { openHolder } from '../copies/holder.ts';
import { sendToIssuer } from '../copies/send.ts';
import { WalletPage } from '../WalletPage.tsx';
import { useWallet, type Wallet } from '../wallet.ts';
import { type Face, faces, loadFaces } from './cardFaces.ts';
import { texts } from './texts.ts';

interface Shown {
  readonly face: Face;
  readonly keyIds: readonly string[];
  readonly expiresAt: Date | undefined;
  readonly lines: readonly (readonly [label: string, value: string])[];
  readonly withdrawn: boolean;
}

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
  const standing = withdrawn ? t.withdrawn : expired ? t.expired : t.valid;
  return (
    <article class="card other-card">
      <h3>{face.name[lang.value]}</h3>
      <p class="soft">{face.institution}</p>
      <p class={withdrawn || expired ? 'other-over' : 'other-valid'}>
        {standing}
        {expiresAt && ` · ${t.until(formatDate(expiresAt))}`}
      </p>
      <dl class="other-lines">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{t.remove}</summary>
        <p>{t.removeMeaning}</p>
        <Button kind="danger" onClick={onDrop}>
          {t.removeYes}
          <span class="unseen">: {face.name[lang.value]}</span>
        </Button>
      </details>
    </article>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

async function readCards(wallet: Wallet, asksIssuers: boolean): Promise<readonly Shown[]> {
  await loadFaces(wallet.vault);
  const { tools, store } = openHolder(wallet);
  const copies = await store.copies();
  const foreign = copies.filter((copy) => faces.value.some((face) => isOf(copy, face)));
  const send = sendToIssuer(wallet.handset);
  const statusToken = async (uri: string) =>
    (await send({ method: 'GET', url: uri, headers: {} }))?.body || undefined;
  const gone = asksIssuers ? await withdrawnAmong(foreign, statusToken, webInflate) : [];
  // Expired ones are shown as such until they are removed.
  const cards = heldCredentials(foreign, new Date(0));
  return Promise.all(
    cards.map(async ({ next, copies: own }) => {
      const face = faces.value.find((one) => isOf(next, one))!;
      const { claims } = await queriedCopy(tools.suite, next);
      return {
        face,
        keyIds: own.map(({ keyId }) => keyId),
        expiresAt: next.expiresAt,
        withdrawn: own.every((copy) => gone.includes(copy)),
        lines: Object.entries(face.claims).flatMap(([claim, label]) => {
          const value = claims[claim];
          if (typeof value !== 'string') return [];
          return [[label[lang.value], DAY.test(value) ? formatDay(value) : value] as const];
        }),
      };
    }),
  );
}

const isOf = (copy: { readonly issuer: string; readonly configurationId: string }, face: Face): boolean =>
  copy.issuer === face.issuer && copy.configurationId === face.configurationId;
