import './cards.css';
import type { CardShown } from '@jatidiri/core/card/wire.ts';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { CardsPage } from './CardsPage.tsx';
import { HandOverPage } from './HandOverPage.tsx';
import { StockPage } from './StockPage.tsx';

/** The pages of cards. Whose card is being handed over lives in memory alone. */
export function CardPages({ who }: { who: SignedInOfficer }) {
  const { path } = useLocation();
  const [card, setCard] = useState<CardShown>();
  if (card) return <HandOverPage card={card} onDone={() => setCard(undefined)} />;
  if (path === '/kartu/persediaan') return <StockPage keeps={who.may.includes('card.stock')} />;
  return <CardsPage onHandOver={setCard} />;
}
