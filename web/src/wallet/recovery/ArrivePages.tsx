import { useWallet } from '../wallet.ts';
import { ArriveChoicePage } from './ArriveChoicePage.tsx';
import { FromOldHandsetPage } from './FromOldHandsetPage.tsx';
import { ProofPages } from './ProofPages.tsx';

/** A new handset, for somebody whose identity is active on another one. */
export function ArrivePages() {
  const by = useWallet().recovery.arrival.value?.by;
  if (by === 'oldHandset') return <FromOldHandsetPage />;
  return by === 'proof' ? <ProofPages /> : <ArriveChoicePage />;
}
