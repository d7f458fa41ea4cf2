import './recording.css';
import type { SignedInOfficer } from '@jatidiri/core/office/wire.ts';
import { WORK_STATES, type WorkState } from '@jatidiri/core/recording/rules.ts';
import { useLocation } from 'preact-iso/router';
import { CapturePage } from './CapturePage.tsx';
import { DisputesPage } from './DisputesPage.tsx';
import { RecordingPage } from './RecordingPage.tsx';
import { VotersPage } from './VotersPage.tsx';
import { WithdrawPage } from './WithdrawPage.tsx';
import { WorkPage } from './WorkPage.tsx';

/** The pages of recording, by address: a reload comes back to the same sitting. */
export function RecordingPages({ who }: { who: SignedInOfficer }) {
  const { path } = useLocation();
  const [, , part, more] = path.split('/');
  const records = who.may.includes('recording.capture');
  if (part === 'orang' && more && records) return <CapturePage key={more} id={more} />;
  if (part === 'daftar' && isWorkState(more)) return <WorkPage key={more} state={more} mayNote={records} />;
  if (part === 'kemiripan' && who.may.includes('recording.decide')) return <DisputesPage />;
  if (part === 'tarik' && who.may.includes('recording.decide')) return <WithdrawPage />;
  if (part === 'pemula') return <VotersPage who={who} />;
  return <RecordingPage who={who} />;
}

const isWorkState = (text: string | undefined): text is WorkState =>
  (WORK_STATES as readonly (string | undefined)[]).includes(text);
